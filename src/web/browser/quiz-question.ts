import { heldAt, responseOf } from './form-response.js';

/** A response in the form of its question's type. */
export type Answer = object | null;
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export interface Stored {
  rev: number;
  response: Answer;
  savedAt: string | null;
}
export type Problem = Partial<Stored> & { code?: string; detail?: string };

export const same = (a: Answer, b: Answer) => JSON.stringify(a) === JSON.stringify(b);
/** Writes only what changed, so that a live region is not told twice. */
export const text = (element: Element | null, words: string) => {
  if (element && element.textContent !== words) element.textContent = words;
};

/** One question of the form: reads and shows its answer, knows what the server has. */
export class Question {
  readonly id: string;
  readonly #name: string;
  rev: number;
  saved: Answer;
  /** Why the last answer was refused; it is not sent again until it changes. */
  refused: Answer | undefined;
  isConflict = false;

  constructor(readonly box: HTMLFieldSetElement) {
    this.id = box.dataset['question']!;
    this.#name = `answer-${this.id}`;
    this.rev = Number(box.dataset['rev']);
    // Not what the form shows: it may hold what the server refused.
    this.saved = JSON.parse(box.dataset['saved']!) as Answer;
  }

  /** Asked each time: a richer control may add and remove fields. */
  get #fields(): Field[] {
    const named = [...this.box.querySelectorAll<Field>('input, select, textarea')];
    return named.filter(({ name }) => name.startsWith(`${this.#name}.`));
  }

  get answer(): Answer {
    const chosen = this.#fields.filter((field) => !field.disabled && (!isChoice(field) || field.checked));
    return (
      responseOf(
        chosen.map(({ name, value }) => [name, value] as const),
        this.#name,
      ) ?? null
    );
  }

  set answer(answer: Answer) {
    for (const field of this.#fields) {
      const [path = '', kind] = field.name.slice(this.#name.length + 1).split(':');
      const held = heldAt(answer, path);
      if (isChoice(field)) field.checked = [held].flat().map(String).includes(field.value);
      else if (kind === 'json') field.value = held === undefined ? '' : JSON.stringify(held);
      else field.value = typeof held === 'string' ? held : '';
    }
    this.box.dispatchEvent(new CustomEvent('answer-set', { detail: answer }));
  }

  get isDirty(): boolean {
    return (
      !this.isConflict &&
      !same(this.answer, this.saved) &&
      !(this.refused !== undefined && same(this.answer, this.refused))
    );
  }

  settle(rev: number, saved: Answer): void {
    this.rev = rev;
    this.saved = saved;
    this.box.querySelector<HTMLInputElement>('input[name^="rev-"]')!.value = String(rev);
  }

  error(sentence: string): void {
    const shown = this.box.querySelector<HTMLElement>('.question-error')!;
    shown.hidden = sentence === '';
    text(shown.querySelector('.question-error-text'), sentence);
    for (const input of this.#fields) {
      if (sentence) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  }

  /** In the words of the page, as far as its fields have any. */
  words(answer: Answer): string {
    if (answer === null) return 'no answer';
    const said = this.#fields.flatMap((field) => {
      const held = heldAt(answer, field.name.slice(this.#name.length + 1).split(':')[0]!);
      if (isChoice(field)) {
        return [held].flat().map(String).includes(field.value) ? [field.closest('label')!.textContent.trim()] : [];
      }
      const option = field instanceof HTMLSelectElement && [...field.options].find(({ value }) => value === held);
      return option ? [option.text] : typeof held === 'string' ? [held] : [];
    });
    return said.length > 0 ? said.join('; ') : 'another answer';
  }
}

const isChoice = (field: Field): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox';
