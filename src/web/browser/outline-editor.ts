/** `<outline-editor>`: sends what buttons, keys and dragging ask for, shows the answer in place, and says what happened. */
class OutlineEditor extends HTMLElement {
  #dragged: string | undefined;
  #busy = false;

  connectedCallback(): void {
    this.addEventListener('submit', this.#sent);
    this.addEventListener('keydown', this.#pressed);
    this.addEventListener('dragstart', (event) => {
      this.#dragged = this.#rowOf(event)?.dataset['at'];
      event.dataTransfer?.setData('text/plain', '');
    });
    this.addEventListener('dragover', (event) => {
      if (this.#targetOf(event)) event.preventDefault();
    });
    this.addEventListener('drop', (event) => {
      const to = this.#targetOf(event);
      if (!to) return;
      event.preventDefault();
      void this.#ask({ act: 'move', at: this.#dragged!, to }, to);
    });
  }

  get #list(): HTMLElement | null {
    return this.querySelector('.outline-edit');
  }

  #rowOf = (event: Event): HTMLElement | null => (event.target as HTMLElement).closest<HTMLElement>('li[data-at]');

  /** Modules are dropped on modules, lessons on lessons or on a module of lessons. */
  #targetOf(event: Event): string | undefined {
    const over = this.#rowOf(event);
    const at = over?.dataset['at'];
    if (!this.#dragged || !at || at === this.#dragged) return undefined;
    if (!this.#dragged.includes('.')) return at.split('.')[0];
    return over.dataset['kind'] === 'quiz' ? undefined : at;
  }

  #sent = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('.outline-moves, .outline-rename, .act-form')) return;
    event.preventDefault();
    const asked = Object.fromEntries(
      [...new FormData(form, event.submitter)].map(([name, value]) => [name, String(value)]),
    );
    void this.#ask(asked, asked['at'] ?? '0', form.action);
  };

  #pressed = (event: KeyboardEvent): void => {
    const at = (event.target as HTMLElement).dataset['spot'];
    if (at === undefined || !event.altKey || event.ctrlKey || event.metaKey) return;
    const act = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'in', ArrowRight: 'out' }[event.key];
    if (!act) return;
    event.preventDefault();
    void this.#ask({ act, at }, at);
  };

  async #ask(asked: Record<string, string>, at: string, address = this.#list!.dataset['address']!): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const name = this.#nameAt(at);
    const body = new URLSearchParams({ ...asked, rev: this.#list!.dataset['rev']! });
    try {
      const answer = await fetch(address, { method: 'POST', body });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = page.querySelector('outline-editor');
      if (!now) throw new Error();
      this.replaceChildren(...now.childNodes);
      this.#say(page.querySelector('.form-errors li')?.textContent ?? this.#told(asked['act'] ?? '', name));
    } catch {
      this.#say('That was not saved: there is no connection. Try again.');
    }
    this.#busy = false;
    this.#focus(name);
  }

  #nameAt(at: string): string {
    const spot = this.querySelector<HTMLElement>(`[data-spot="${at}"]`);
    return spot instanceof HTMLInputElement ? spot.value : (spot?.textContent ?? '').trim();
  }

  #spotOf(name: string): HTMLElement | undefined {
    const spots = [...this.querySelectorAll<HTMLElement>('[data-spot]')];
    return spots.find((spot) => (spot instanceof HTMLInputElement ? spot.value : spot.textContent.trim()) === name);
  }

  #told(act: string, name: string): string {
    const said = this.querySelector('.outline-said')!.textContent;
    const place = this.#spotOf(name)
      ?.dataset['spot']?.split('.')
      .map((each) => Number(each) + 1);
    if (!['up', 'down', 'in', 'out', 'move'].includes(act) || !place || said.startsWith('Nothing')) return said;
    return place.length === 1 ? `${name}: module ${place[0]}.` : `${name}: module ${place[0]}, place ${place[1]}.`;
  }

  #say(words: string): void {
    const region = this.querySelector('.outline-said')!;
    region.textContent = '';
    requestAnimationFrame(() => (region.textContent = words));
  }

  #focus(name: string): void {
    (this.#spotOf(name) ?? this.querySelector<HTMLElement>('[data-spot]'))?.focus();
  }
}

customElements.define('outline-editor', OutlineEditor);
