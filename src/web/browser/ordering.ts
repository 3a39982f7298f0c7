/** `<question-ordering>`: moves list items by buttons, keys (arrows with focus on a button) or dragging. */
class Ordering extends HTMLElement {
  #list!: HTMLOListElement;

  connectedCallback(): void {
    this.#list = this.querySelector('ol')!;
    for (const moves of this.querySelectorAll<HTMLElement>('.ordering-moves')) moves.hidden = false;
    this.addEventListener('click', this.#clicked);
    this.addEventListener('keydown', this.#pressed);
    for (const item of this.#items) this.#drag(item);
    this.closest('fieldset')?.addEventListener('answer-set', this.#set);
    this.#show();
  }

  get #items(): HTMLLIElement[] {
    return [...this.#list.querySelectorAll<HTMLLIElement>('li')];
  }

  #clicked = (event: Event): void => {
    const button = (event.target as HTMLElement).closest('button');
    if (!button) return;
    const by = Number(button.dataset['move'] ?? 0);
    if (by === 0) return this.#answered('The order as shown is your answer.');
    this.#move(button.closest('li')!, by);
    button.focus();
  };

  #pressed = (event: KeyboardEvent): void => {
    const item = (event.target as HTMLElement).closest('li');
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!item || !by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#move(item, by);
    (event.target as HTMLElement).focus();
  };

  #move(item: HTMLLIElement, by: number): void {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(item);
    else other.after(item);
    const at = this.#items.indexOf(item) + 1;
    this.#answered(
      `${item.querySelector('.ordering-text')!.textContent.trim()}: place ${at} of ${this.#items.length}.`,
    );
  }

  #answered(words: string): void {
    for (const input of this.querySelectorAll('input')) input.disabled = false;
    this.querySelector('[aria-live]')!.textContent = words;
    this.#show();
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Dragging is a convenience: the buttons do the same. */
  #drag(item: HTMLLIElement): void {
    item.draggable = true;
    item.addEventListener('dragstart', (event) => {
      item.classList.add('is-dragged');
      event.dataTransfer?.setData('text/plain', '');
    });
    item.addEventListener('dragend', () => {
      item.classList.remove('is-dragged');
      this.#answered('');
    });
    item.addEventListener('dragover', (event) => {
      const dragged = this.querySelector('li.is-dragged');
      if (!dragged) return;
      event.preventDefault();
      if (dragged === item) return;
      const { top, height } = item.getBoundingClientRect();
      if (event.clientY < top + height / 2) item.before(dragged);
      else item.after(dragged);
    });
  }

  /** The player set another answer: the list follows. */
  #set = (event: Event): void => {
    const order = ((event as CustomEvent<{ order?: string[] } | null>).detail ?? {}).order;
    for (const id of order ?? []) {
      const item = this.#items.find((each) => each.dataset['item'] === id);
      if (item) this.#list.append(item);
    }
    for (const item of this.#items) {
      const input = item.querySelector('input')!;
      input.value = item.dataset['item']!;
      input.disabled = order === undefined;
    }
    this.#show();
  };

  #show(): void {
    const items = this.#items;
    items.forEach((item, at) => {
      item.querySelector<HTMLButtonElement>('[data-move="-1"]')!.disabled = at === 0;
      item.querySelector<HTMLButtonElement>('[data-move="1"]')!.disabled = at === items.length - 1;
    });
    const isOpen = this.querySelector('input')?.disabled === true;
    this.querySelector<HTMLElement>('.ordering-confirm')!.hidden = !isOpen;
  }
}

customElements.define('question-ordering', Ordering);
