const pause = 3_000;

/** `<panel-ratings url>`: saves each rating as soon as it is changed, and again until the server has it. */
class PanelRatings extends HTMLElement {
  readonly #waiting = new Map<number, number | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSending = false;

  connectedCallback(): void {
    this.addEventListener('change', this.#changed);
    // The form sends everything anyway: nothing is left to warn of.
    this.addEventListener('submit', () => this.#waiting.clear());
    window.addEventListener('beforeunload', this.#leaving);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('beforeunload', this.#leaving);
  }

  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.#waiting.size > 0) event.preventDefault();
  };

  readonly #changed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || !target.name.startsWith('percent-')) return;
    const isRating = /^(\d{1,2}|100)?$/.test(target.value) && !target.validity.badInput;
    target.setAttribute('aria-invalid', String(!isRating));
    if (!isRating) return this.#say('Write a whole number from 0 to 100.');
    this.#waiting.set(Number(target.name.slice(8)), target.value === '' ? null : Number(target.value));
    void this.#send();
  };

  async #send(): Promise<void> {
    if (this.#isSending || this.#waiting.size === 0) return;
    this.#isSending = true;
    clearTimeout(this.#timer);
    this.#say('Saving…');
    const sent = [...this.#waiting];
    const ratings = sent.map(([position, percent]) => ({ position, percent }));
    const rated = await put(this.getAttribute('url') ?? '', ratings);
    this.#isSending = false;
    if (typeof rated === 'number') {
      // What was changed meanwhile is still to be sent.
      for (const [position, percent] of sent) {
        if (this.#waiting.get(position) === percent) this.#waiting.delete(position);
      }
      this.#show(rated);
      this.#say('Saved.');
      return void this.#send();
    }
    this.#say(rated ?? 'Not saved. Trying again…');
    if (rated === null) this.#timer = setTimeout(() => void this.#send(), pause);
  }

  #show(rated: number): void {
    const bar = this.querySelector('progress');
    const words = this.querySelector('.progress-text');
    if (bar) bar.value = rated;
    if (bar && words) words.textContent = `${rated} of ${bar.max} rated`;
  }

  #say(words: string): void {
    const state = this.querySelector('.panel-state');
    if (state) state.textContent = words;
  }
}

/** @returns how many are rated now, the sentence of a refusal, or null where another try may help */
async function put(url: string, ratings: object[]): Promise<number | string | null> {
  try {
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ratings }),
    });
    if (answer.status >= 500 || answer.status === 429) return null;
    const body = (await answer.json()) as { rated?: number; detail?: string };
    return body.rated ?? body.detail ?? 'Not saved. Reload this page.';
  } catch {
    return null;
  }
}

customElements.define('panel-ratings', PanelRatings);
