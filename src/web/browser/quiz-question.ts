export type Answer = { option: string } | { options: string[] } | { value: string | boolean } | null;
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
  readonly #type: string;
  #inputs: HTMLInputElement[];
  rev: number;
  saved: Answer;
  /** Why the last answer was refused; it is not sent again until it changes. */
  refused: Answer | undefined;
  isConflict = false;

  constructor(readonly box: HTMLFieldSetElement) {
    this.id = box.dataset['question']!;
    this.#type = box.dataset['type']!;
    this.rev = Number(box.dataset['rev']);
    this.#inputs = [...box.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')];
    // Not what the form shows: it may hold what the server refused.
    this.saved = JSON.parse(box.dataset['saved']!) as Answer;
  }

  get answer(): Answer {
    const chosen = this.#inputs.filter((input) => input.checked).map((input) => input.value);
    if (this.#type === 'multiple') return chosen.length > 0 ? { options: chosen } : null;
    if (this.#type === 'single') return chosen[0] === undefined ? null : { option: chosen[0] };
    if (this.#type === 'trueFalse') return chosen[0] === undefined ? null : { value: chosen[0] === 'true' };
    const typed = this.#inputs[0]!.value.trim();
    return typed === '' ? null : { value: typed };
  }

  set answer(answer: Answer) {
    const held = answer === null ? [] : Object.values(answer).flat().map(String);
    for (const input of this.#inputs) {
      if (this.#type === 'numeric') input.value = held[0] ?? '';
      else input.checked = held.includes(input.value);
    }
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
    this.box.querySelector<HTMLInputElement>('input[type=hidden]')!.value = String(rev);
  }

  error(sentence: string): void {
    const shown = this.box.querySelector<HTMLElement>('.question-error')!;
    shown.hidden = sentence === '';
    text(shown.querySelector('.question-error-text'), sentence);
    for (const input of this.#inputs) {
      if (sentence) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  }

  words(answer: Answer): string {
    if (answer === null) return 'no answer';
    const held = Object.values(answer).flat().map(String);
    const labels = this.#inputs
      .filter((input) => this.#type !== 'numeric' && held.includes(input.value))
      .map((input) => input.closest('label')!.textContent.trim());
    return labels.length > 0 ? labels.join('; ') : held.join('; ');
  }
}
