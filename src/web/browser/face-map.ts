import { grid, PictureStage, type Spot, type StageOwner } from './picture-stage.js';

/** The keys stand as the database keeps them, so that what was saved and what is shown compare as equal. */
interface PlacedPoint extends Spot {
  depth?: string;
  units?: string;
  product?: string;
}
type Field = HTMLInputElement | HTMLSelectElement;
const fields = ['depth', 'units', 'product'] as const;

/** `<face-map>`: points on a picture and the list of their fields; one hidden field holds them all. */
class FaceMap extends HTMLElement implements StageOwner {
  #points: PlacedPoint[] = [];
  #stage!: PictureStage;
  #hidden!: HTMLInputElement;
  #list!: HTMLOListElement;

  connectedCallback(): void {
    this.#hidden = this.querySelector('input[type=hidden]')!;
    this.#list = this.querySelector('.map-list')!;
    this.querySelector<HTMLElement>('.map-keys')!.hidden = false;
    this.#read();
    this.#stage = new PictureStage(this.querySelector('.map-stage')!, this.querySelector('[aria-live]')!, this);
    this.#show();
    this.#list.addEventListener('input', this.#typed);
    this.#list.addEventListener('click', this.#clicked);
    this.closest('fieldset')?.addEventListener('answer-set', () => {
      this.#read();
      this.#stage.draw();
      this.#show();
    });
  }

  spots(): readonly Spot[] {
    return this.#points;
  }

  percent(millionths: number): string {
    return String(Math.round(millionths / 1000) / 10).replace('.', this.#separator);
  }

  add(at: Spot): string {
    if (this.#points.length >= this.#most) {
      // A single point just moves.
      if (this.#most === 1) return this.move(0, at);
      return `There are ${this.#most} points already. Take one up to move it.`;
    }
    // The preparation and the depth are mostly those of the point before; the dose is not.
    const { depth, product } = this.#points.at(-1) ?? { product: this.#onlyProduct };
    this.#points.push({ ...at, ...(depth && { depth }), ...(product && { product }) });
    return this.#changed(`Point ${this.#points.length} placed at ${this.#place(at)}.`);
  }

  move(index: number, to: Spot): string {
    Object.assign(this.#points[index]!, to);
    return this.#changed(`Point ${index + 1} moved to ${this.#place(to)}.`);
  }

  drop(index: number): string {
    this.#points.splice(index, 1);
    this.#list.children[index]!.remove();
    return this.#changed(`Point ${index + 1} removed, ${this.#points.length} left.`);
  }

  get #most(): number {
    return Number(this.dataset['most'] ?? 60);
  }

  get #separator(): string {
    return this.dataset['separator'] ?? '.';
  }

  /** What a fresh row offers as chosen: the product, if there is but one. */
  get #onlyProduct(): string | undefined {
    const template = this.querySelector('template')!.content;
    return template.querySelector<HTMLSelectElement>('[data-field=product]')?.value || undefined;
  }

  #place({ x, y }: Spot): string {
    return `${this.percent(x)} % across, ${this.percent(y)} % down`;
  }

  #read(): void {
    this.#points = JSON.parse(this.#hidden.value || '[]') as PlacedPoint[];
  }

  #changed(words: string): string {
    this.#store();
    this.#show();
    return words;
  }

  #store(): void {
    const kept = this.#points.map(({ x, y, depth, units, product }) => ({
      ...{ x, y },
      ...(depth && { depth }),
      ...(units && { units }),
      ...(product && { product }),
    }));
    this.#hidden.value = kept.length > 0 ? JSON.stringify(kept) : '';
    this.#hidden.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** One row of fields for each point; the one being typed into stays as it is. */
  #show(): void {
    const template = this.querySelector('template')!;
    while (this.#list.children.length > this.#points.length) this.#list.lastElementChild!.remove();
    while (this.#list.children.length < this.#points.length) this.#list.append(template.content.cloneNode(true));
    for (const [index, row] of [...this.#list.children].entries()) {
      const point = this.#points[index]!;
      row.querySelector('[data-remove]')!.setAttribute('aria-label', `Remove point ${index + 1}`);
      for (const field of row.querySelectorAll<Field>('[data-field]')) {
        const name = field.dataset['field'] as keyof PlacedPoint;
        const label = field.closest('label')!.firstElementChild!.textContent;
        field.setAttribute('aria-label', `Point ${index + 1}: ${label}`);
        const value = point[name] ?? '';
        if (field !== document.activeElement) {
          field.value = typeof value === 'number' ? this.percent(value) : value;
          field.removeAttribute('aria-invalid');
        }
      }
    }
  }

  #typed = (event: Event): void => {
    const field = event.target as Field;
    const index = [...this.#list.children].indexOf(field.closest('li')!);
    const point = this.#points[index]!;
    const name = field.dataset['field'] as keyof PlacedPoint;
    if (name === 'x' || name === 'y') {
      const place = this.#millionths(field.value);
      field.setAttribute('aria-invalid', String(place === undefined));
      if (place === undefined) return;
      point[name] = place;
      this.#stage.draw();
    } else if (fields.includes(name)) point[name] = field.value.trim();
    this.#store();
  };

  /** A percentage from 0 to 100 as typed; anything else is not taken. */
  #millionths(typed: string): number | undefined {
    const text = typed.trim();
    if (!new RegExp(`^\\d{1,3}(\\${this.#separator}\\d{1,6})?$`).test(text)) return undefined;
    const place = Math.round(Number(text.replace(this.#separator, '.')) * 10_000);
    return place <= grid ? place : undefined;
  }

  #clicked = (event: Event): void => {
    const button = (event.target as Element).closest('[data-remove]');
    if (!button) return;
    const index = [...this.#list.children].indexOf(button.closest('li')!);
    const words = this.drop(index);
    this.#stage.draw();
    this.#stage.say(words);
    // The focus must not fall off the page with the row.
    const next = this.#list.children[Math.min(index, this.#points.length - 1)];
    (next?.querySelector<HTMLElement>('[data-remove]') ?? this.#stage.box).focus();
  };
}

customElements.define('face-map', FaceMap);
