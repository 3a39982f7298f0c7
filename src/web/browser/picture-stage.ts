/** A place on a picture, in millionths of its width and height. */
export interface Spot {
  x: number;
  y: number;
}

/** Whose points the stage shows; it changes nothing by itself. */
export interface StageOwner {
  spots(): readonly Spot[];
  /** Returns what to say of it. */
  add(at: Spot): string;
  move(index: number, to: Spot): string;
  drop(index: number): string;
  percent(millionths: number): string;
  /** What a point is called: "Point". */
  readonly noun?: string;
  /** What tapping a point does instead of taking it up, told in words. */
  tap?(index: number): string | undefined;
}

export const grid = 1_000_000;
const svgSpace = 'http://www.w3.org/2000/svg';
const clamp = (value: number) => Math.max(0, Math.min(grid, Math.round(value)));
/** How near a key's cross must be to a point to mean it: 1.5 % of the picture. */
const near = 15_000;

export function svg(name: string, attributes: Record<string, string>, text?: string): SVGElement {
  const element = document.createElementNS(svgSpace, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

const percentOf = (millionths: number) => `${millionths / 10_000}%`;

/**
 * Points on a picture, by pointer and by keys. Pointer: a click places; a click on a point takes it up, the next one
 * puts it down; dragging does both. Keys: arrows move a cross, Enter places, takes up and puts down, Delete removes.
 */
export class PictureStage {
  readonly #layer: SVGElement;
  readonly #cross: SVGElement;
  readonly #live: Element;
  #at: Spot = { x: grid / 2, y: grid / 2 };
  #held: number | undefined;
  #drag: { index: number; x: number; y: number; isMoved: boolean } | undefined;

  constructor(
    readonly box: HTMLElement,
    live: Element,
    readonly owner: StageOwner,
  ) {
    this.#layer = box.querySelector<SVGElement>('.map-layer')!;
    this.#live = live;
    this.#cross = svg('svg', { class: 'map-cross', overflow: 'visible' });
    for (const look of ['map-halo', 'map-line']) {
      this.#cross.append(svg('path', { class: look, d: 'M -18,0 H -5 M 5,0 H 18 M 0,-18 V -5 M 0,5 V 18' }));
    }
    box.tabIndex = 0;
    box.setAttribute('role', 'application');
    box.setAttribute('aria-label', `Picture to place ${this.#noun.toLowerCase()}s on`);
    box.addEventListener('keydown', this.#pressed);
    box.addEventListener('click', this.#clicked);
    box.addEventListener('pointerdown', this.#taken);
    box.addEventListener('pointermove', this.#dragged);
    box.addEventListener('pointerup', this.#dropped);
    box.addEventListener('pointercancel', () => (this.#drag = undefined));
    box.addEventListener('focus', () => this.#where(this.#at));
    this.draw();
  }

  get #noun(): string {
    return this.owner.noun ?? 'Point';
  }

  get held(): number | undefined {
    return this.#held;
  }

  /** Shows the points as they are now. */
  draw(): void {
    const spots = this.owner.spots();
    if (this.#held !== undefined && this.#held >= spots.length) this.#held = undefined;
    for (const marker of this.#layer.querySelectorAll('.map-marker, .map-cross')) marker.remove();
    this.#layer.append(...spots.map((spot, index) => this.#marker(spot, index)), this.#cross);
    this.#cross.setAttribute('x', percentOf(this.#at.x));
    this.#cross.setAttribute('y', percentOf(this.#at.y));
  }

  say(words: string): void {
    this.#live.textContent = words;
  }

  #marker({ x, y }: Spot, index: number): SVGElement {
    const isHeld = index === this.#held;
    const marker = svg('svg', { class: 'map-marker', overflow: 'visible', x: percentOf(x), y: percentOf(y) });
    marker.dataset['index'] = String(index);
    marker.classList.toggle('is-held', isHeld);
    const square = (size: number) => ({ x: `${-size}`, y: `${-size}`, width: `${2 * size}`, height: `${2 * size}` });
    marker.append(
      isHeld ? svg('rect', { class: 'map-edge', ...square(15) }) : svg('circle', { class: 'map-edge', r: '14' }),
      isHeld ? svg('rect', { class: 'map-ring', ...square(11) }) : svg('circle', { class: 'map-ring', r: '11' }),
      svg('text', {}, String(index + 1)),
    );
    return marker;
  }

  #hold(index: number | undefined): void {
    this.#held = index;
    this.draw();
    if (index !== undefined) this.say(`${this.#noun} ${index + 1} taken up.`);
  }

  /** Takes a point up, unless its owner does something else with it. */
  #tap(index: number): void {
    const words = this.owner.tap?.(index);
    if (words === undefined) return this.#hold(index);
    this.draw();
    this.say(words);
  }

  /** Places a point, or puts down the one that is held. */
  #place(at: Spot): void {
    const held = this.#held;
    this.#held = undefined;
    this.#at = at;
    const words = held === undefined ? this.owner.add(at) : this.owner.move(held, at);
    this.draw();
    this.say(words);
  }

  #indexOf(event: Event): number | undefined {
    const index = (event.target as Element).closest<SVGElement>('.map-marker')?.dataset['index'];
    return index === undefined ? undefined : Number(index);
  }

  #spotOf({ clientX, clientY }: MouseEvent): Spot {
    const { left, top, width, height } = this.#layer.getBoundingClientRect();
    return { x: clamp(((clientX - left) / width) * grid), y: clamp(((clientY - top) / height) * grid) };
  }

  #clicked = (event: MouseEvent): void => {
    // What began on a point was told by its pointer.
    if (this.#indexOf(event) === undefined && this.#drag === undefined) this.#place(this.#spotOf(event));
    this.#drag = undefined;
  };

  #taken = (event: PointerEvent): void => {
    const index = this.#indexOf(event);
    this.#drag = undefined;
    if (index === undefined || event.button !== 0) return;
    this.#drag = { index, x: event.clientX, y: event.clientY, isMoved: false };
    this.box.setPointerCapture(event.pointerId);
  };

  #dragged = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag || (event.buttons & 1) === 0) return;
    if (!drag.isMoved && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 4) return;
    drag.isMoved = true;
    this.#held = drag.index;
    this.owner.move(drag.index, this.#spotOf(event));
    this.draw();
  };

  #dropped = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const { index, isMoved } = this.#drag;
    if (isMoved) this.#place(this.#spotOf(event));
    else if (this.#held === undefined) this.#tap(index);
    else if (this.#held === index) this.#hold(undefined);
    else this.#place(this.#spotOf(event));
  };

  #pressed = (event: KeyboardEvent): void => {
    if (event.target !== this.box || event.ctrlKey || event.metaKey || event.altKey) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way) {
      const step = event.shiftKey ? 50_000 : 10_000;
      this.#where({ x: clamp(this.#at.x + way[0]! * step), y: clamp(this.#at.y + way[1]! * step) });
    } else if (event.key === 'Enter' || event.key === ' ') {
      const under = this.#held === undefined ? this.#under() : undefined;
      if (under === undefined) this.#place(this.#at);
      else this.#tap(under);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const index = this.#held ?? this.#under();
      this.#held = undefined;
      this.say(index === undefined ? `There is no ${this.#noun.toLowerCase()} here.` : this.owner.drop(index));
      this.draw();
    } else if (event.key === 'Escape' && this.#held !== undefined) {
      this.#hold(undefined);
      this.say('Put back.');
    } else return;
    event.preventDefault();
  };

  /** Moves the cross, and tells where it is and what is there. */
  #where(at: Spot): void {
    this.#at = at;
    this.draw();
    const under = this.#under();
    const place = `${this.owner.percent(at.x)} % across, ${this.owner.percent(at.y)} % down`;
    this.say(under === undefined ? place : `${place}, on ${this.#noun.toLowerCase()} ${under + 1}`);
  }

  /** The point nearest to the cross, if it is near enough. */
  #under(): number | undefined {
    const away = this.owner.spots().map(({ x, y }) => Math.max(Math.abs(x - this.#at.x), Math.abs(y - this.#at.y)));
    const nearest = Math.min(...away);
    return nearest <= near ? away.indexOf(nearest) : undefined;
  }
}
