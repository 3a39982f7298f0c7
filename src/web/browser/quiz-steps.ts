/** One step of the paper at a time, with all others a click or a key away. Links inside the page find their step. */
export class QuizSteps {
  readonly #steps: HTMLElement[];
  #at = 0;

  constructor(private readonly player: HTMLElement) {
    this.#steps = [...player.querySelectorAll<HTMLElement>('.quiz-step')];
  }

  start(): void {
    this.player.classList.add('is-stepwise');
    for (const each of this.player.querySelectorAll<HTMLElement>('.quiz-moves, .quiz-keys')) each.hidden = false;
    for (const move of this.#moves) move.addEventListener('click', () => this.#go(this.#at + by(move), true));
    window.addEventListener('hashchange', () => this.#follow());
    // Also the link to where one is already.
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href^="#"]');
      if (link && link.hash === location.hash) this.#follow();
    });
    document.addEventListener('keydown', this.#pressed);
    // What could not be saved comes first; then the question in the address; then the first one.
    const wrong = this.player.querySelector('.question-error:not([hidden]), .question-conflict');
    this.#go(Math.max(0, this.#stepOf(wrong ?? this.#target)), false);
    if (this.#target && !wrong) this.#target.scrollIntoView();
  }

  stop(): void {
    document.removeEventListener('keydown', this.#pressed);
  }

  /** The question that is looked at: of a case, the one with the focus, else its first. */
  get #question(): HTMLElement | null {
    const step = this.#steps[this.#at]!;
    const within = document.activeElement?.closest<HTMLElement>('.question');
    return within && step.contains(within) ? within : step.querySelector<HTMLElement>('.question');
  }

  get #moves(): HTMLButtonElement[] {
    return [...this.player.querySelectorAll<HTMLButtonElement>('button[name="move"]')];
  }

  get #target(): HTMLElement | null {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  }

  #stepOf(element: Element | null): number {
    return element ? this.#steps.findIndex((step) => step.contains(element)) : -1;
  }

  #follow(): void {
    const target = this.#target;
    const at = this.#stepOf(target);
    if (at < 0) return;
    this.#go(at, false);
    const field = target!.matches('input, select, textarea') ? target! : this.#steps[at]!;
    field.focus({ preventScroll: true });
    target!.scrollIntoView();
  }

  #go(to: number, moves: boolean): void {
    this.#at = Math.min(Math.max(to, 0), this.#steps.length - 1);
    this.#steps.forEach((step, at) => (step.hidden = at !== this.#at));
    for (const move of this.#moves) move.disabled = !this.#steps[this.#at + by(move)];
    for (const jump of this.player.querySelectorAll<HTMLElement>('[data-jump]')) {
      const question = document.getElementById(`question-${jump.dataset['jump']}`);
      const link = jump.querySelector('a')!;
      if (this.#stepOf(question) === this.#at) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
    if (!moves) return;
    const step = this.#steps[this.#at]!;
    step.focus({ preventScroll: true });
    step.scrollIntoView();
    history.replaceState(history.state, '', `#${step.querySelector('[id^="question-"]')?.id ?? ''}`);
  }

  /** Alt and a letter: nothing that is typed into a field. */
  #pressed = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const act = {
      KeyN: () => this.#go(this.#at + 1, true),
      KeyP: () => this.#go(this.#at - 1, true),
      KeyM: () => this.#question?.querySelector<HTMLElement>('.question-flag')?.click(),
      KeyQ: () => this.#toMap(),
      KeyR: () => this.player.querySelector<HTMLElement>('button[value="review"]')?.click(),
    }[event.code];
    if (!act) return;
    event.preventDefault();
    act();
  };

  #toMap(): void {
    const map = this.player.querySelector<HTMLDetailsElement>('.question-map')!;
    map.open = true;
    map.querySelector<HTMLElement>('[aria-current]')?.focus();
  }
}

const by = (move: HTMLButtonElement) => (move.value === 'next' ? 1 : -1);
