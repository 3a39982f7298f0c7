import { text } from './quiz-question.js';

/** Flags without leaving the page; one that could not be sent is taken back, for all to see. */
export class QuizFlags {
  constructor(
    private readonly player: HTMLElement,
    private readonly send: (path: string, body: object) => Promise<boolean>,
    private readonly changed: () => void,
  ) {}

  start(): void {
    this.player.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('.question-flag');
      if (!button) return;
      event.preventDefault();
      void this.#toggle(button);
    });
  }

  async #toggle(button: HTMLButtonElement): Promise<void> {
    const [act = '', question = ''] = button.value.split(':');
    const flagged = act === 'flag';
    this.#show(button, question, flagged);
    if (!(await this.send(`flags/${question}`, { flagged }))) this.#show(button, question, !flagged);
    this.changed();
  }

  #show(button: HTMLButtonElement, question: string, flagged: boolean): void {
    button.value = `${flagged ? 'unflag' : 'flag'}:${question}`;
    button.setAttribute('aria-pressed', String(flagged));
    text(button.querySelector('.question-flag-word'), flagged ? 'Flagged' : 'Flag');
    this.player.querySelector(`[data-jump="${question}"]`)?.classList.toggle('is-flagged', flagged);
  }
}
