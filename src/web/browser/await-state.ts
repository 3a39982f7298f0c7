const PATIENCE = 120_000;

/** `<await-state url every until>`: asks a JSON address until its `status` is one of `until`, then reloads the page. */
class AwaitState extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = performance.now();

  connectedCallback(): void {
    this.#since = performance.now();
    this.#later();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #later(): void {
    const every = Number(this.getAttribute('every')) || 1500;
    this.#timer = setTimeout(() => void this.#ask(), every);
  }

  async #ask(): Promise<void> {
    if (await this.#isThere()) return location.reload();
    if (!this.isConnected) return;
    if (performance.now() - this.#since < PATIENCE) return this.#later();
    this.querySelector('.await-state-late')?.removeAttribute('hidden');
    this.classList.add('is-late');
  }

  /** A failed request is only a reason to ask again. */
  async #isThere(): Promise<boolean> {
    const wanted = (this.getAttribute('until') ?? '').split(',').map((word) => word.trim());
    try {
      const answer = await fetch(this.getAttribute('url') ?? '', {
        headers: { accept: 'application/json' },
        cache: 'no-store',
      });
      if (!answer.ok) return false;
      const body = (await answer.json()) as Record<string, unknown>;
      return wanted.includes(String(body[this.getAttribute('field') ?? 'status']));
    } catch {
      return false;
    }
  }
}

customElements.define('await-state', AwaitState);

export {};
