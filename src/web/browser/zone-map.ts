import { grid, PictureStage, type Spot, type StageOwner, svg } from './picture-stage.js';
import { cornersIn, nameOf, nearestEdge, type Zone } from './zone-shapes.js';

const most = 60;
const fewest = 3;

/** `<zone-map>`: the areas of a question are drawn on its picture; the fields below hold their corners. */
class ZoneMap extends HTMLElement implements StageOwner {
  readonly noun = 'Corner';
  #zones: Zone[] = [];
  #stage!: PictureStage;
  #select!: HTMLSelectElement;
  #active: Zone | undefined;

  connectedCallback(): void {
    this.#select = this.querySelector('[data-zones]')!;
    for (const hidden of this.querySelectorAll<HTMLElement>('.zone-tools, .map-keys')) hidden.hidden = false;
    this.#read();
    this.#active = this.#zones.find(({ corners }) => corners.length === 0) ?? this.#zones[0];
    this.#stage = new PictureStage(this.querySelector('.map-stage')!, this.querySelector('[aria-live]')!, this);
    this.#draw();
    this.#select.addEventListener('change', () => {
      this.#active = this.#zones[this.#select.selectedIndex];
      this.#refresh(`${this.#called(this.#active!)} is drawn now.`);
    });
    this.querySelector('[name=remove-corner]')!.addEventListener('click', () => this.#removeCorner());
    this.querySelector('[name=clear-area]')!.addEventListener('click', () => this.#clear());
    this.closest('form')!.addEventListener('input', this.#typed);
    const larger = this.querySelector<HTMLElement>('[name=larger]')!;
    larger.setAttribute('aria-pressed', 'false');
    larger.addEventListener('click', () =>
      larger.setAttribute('aria-pressed', String(this.classList.toggle('is-larger'))),
    );
    // On a larger picture the cross of the keys must not leave the sight.
    this.#stage.box.addEventListener('keydown', () =>
      this.querySelector('.map-cross path')!.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  }

  spots(): readonly Spot[] {
    return this.#active?.corners ?? [];
  }

  percent(millionths: number): string {
    return String(Math.round(millionths / 1000) / 10);
  }

  add(at: Spot): string {
    const zone = this.#active;
    if (!zone) return 'Add an area first.';
    if (zone.corners.length >= most) return `An area has at most ${most} corners.`;
    const index = zone.isOpen ? zone.corners.length : nearestEdge(zone.corners, at) + 1;
    zone.corners.splice(index, 0, at);
    return this.#changed(`Corner ${index + 1} set at ${this.#place(at)}.`);
  }

  move(index: number, to: Spot): string {
    this.#active!.corners[index] = to;
    return this.#changed(`Corner ${index + 1} moved to ${this.#place(to)}.`);
  }

  drop(index: number): string {
    const zone = this.#active!;
    zone.corners.splice(index, 1);
    zone.isOpen ||= zone.corners.length < fewest;
    return this.#changed(`Corner ${index + 1} removed, ${zone.corners.length} left.`);
  }

  /** The first corner closes the area that is being drawn. */
  tap(index: number): string | undefined {
    const zone = this.#active!;
    if (!zone.isOpen || index !== 0 || zone.corners.length < fewest) return undefined;
    zone.isOpen = false;
    return this.#changed(`${this.#called(zone)} is closed with ${zone.corners.length} corners.`);
  }

  #place({ x, y }: Spot): string {
    return `${this.percent(x)} % across, ${this.percent(y)} % down`;
  }

  #called({ sign, name, isDanger }: Zone): string {
    return `${sign} ${name || (isDanger ? 'Danger zone' : 'Area')}`;
  }

  #removeCorner(): void {
    const last = (this.#active?.corners.length ?? 0) - 1;
    const words = last < 0 ? 'There is no corner.' : this.drop(this.#stage.held ?? last);
    this.#refresh(words);
  }

  #clear(): void {
    if (!this.#active) return;
    this.#active.corners = [];
    this.#active.isOpen = true;
    this.#refresh(this.#changed(`${this.#called(this.#active)} is empty.`));
  }

  #refresh(words: string): void {
    this.#draw();
    this.#stage.draw();
    this.#stage.say(words);
  }

  /** What the fields say. Corners that cannot be read yet stay as they are typed. */
  #read(): void {
    const prefix = `${this.dataset['question']}.`;
    const fields = [...this.closest('form')!.querySelectorAll('textarea')].filter(({ name }) => {
      const [list, row, last, more] = name.startsWith(prefix) ? name.slice(prefix.length).split('.') : [];
      return ['targets', 'zones', 'dangers'].includes(list!) && row && last === 'polygon' && more === undefined;
    });
    let [targets, dangers] = [0, 0];
    this.#zones = fields.map((field) => {
      const isDanger = field.name.startsWith(`${prefix}dangers.`);
      const row = field.name.slice(0, -'polygon'.length);
      const named = field.form!.querySelector<HTMLInputElement>(`[name="${row}${isDanger ? 'why' : 'name'}"]`);
      const corners = cornersIn(field.value);
      return {
        ...{ field, isDanger, corners, name: named?.value.trim() ?? '', isOpen: corners.length < fewest },
        sign: isDanger ? `!${(dangers += 1)}` : String.fromCharCode(64 + (targets += 1)),
      };
    });
  }

  #typed = (event: Event): void => {
    const { name } = event.target as HTMLInputElement;
    if (event.target === this.#active?.field && this.#writes) return;
    if (!name.startsWith(`${this.dataset['question']}.`) || !/\.(polygon|name|why)$/.test(name)) return;
    const at = this.#zones.indexOf(this.#active!);
    this.#read();
    this.#active = this.#zones[at];
    this.#draw();
    this.#stage.draw();
  };

  /** The field changes because of the picture, and not the other way round. */
  #writes = false;

  #changed(words: string): string {
    const { field, corners } = this.#active!;
    field.value = corners.length > 0 ? `[${corners.map(({ x, y }) => `[${x}, ${y}]`).join(', ')}]` : '';
    this.#writes = true;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    this.#writes = false;
    this.#draw();
    return words;
  }

  /** The areas, under the corners that the stage draws. */
  #draw(): void {
    const layer = this.querySelector('.map-layer')!;
    for (const drawn of layer.querySelectorAll('.map-zone, .map-name')) drawn.remove();
    layer.prepend(...this.#zones.map((zone) => this.#shape(zone)), ...this.#zones.flatMap(nameOf));
    this.#select.replaceChildren(
      ...this.#zones.map((zone) => {
        const of = zone.corners.length === 0 ? 'not drawn' : `${zone.corners.length} corners`;
        const kind = zone.isDanger ? 'danger zone' : 'target';
        return new Option(`${this.#called(zone)} (${kind}, ${of})`, '', false, zone === this.#active);
      }),
    );
  }

  #shape({ isDanger, isOpen, corners, ...zone }: Zone): SVGElement {
    const shape = svg('svg', { viewBox: `0 0 ${grid} ${grid}`, preserveAspectRatio: 'none' });
    shape.classList.add('map-zone', isDanger ? 'is-danger' : 'is-target');
    shape.classList.toggle('is-active', zone.field === this.#active?.field);
    const points = corners.map(({ x, y }) => `${x},${y}`).join(' ');
    for (const look of ['map-halo', 'map-line'])
      shape.append(svg(isOpen ? 'polyline' : 'polygon', { class: look, points }));
    return shape;
  }
}

customElements.define('zone-map', ZoneMap);
