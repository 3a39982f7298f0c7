/** `<draft-editor>`: blocks from a palette, a preview that follows what is typed, keys to save and to find a line. */
class DraftEditor extends HTMLElement {
  #form!: HTMLFormElement;
  #text!: HTMLTextAreaElement;
  #shown!: HTMLElement;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;
  #touched = false;

  connectedCallback(): void {
    this.#form = this.querySelector('form')!;
    this.#text = this.querySelector<HTMLTextAreaElement>('[name=body], [name=source]')!;
    this.#shown = this.querySelector('.draft-preview')!;
    const palette = this.querySelector<HTMLElement>('.draft-palette');
    if (palette) palette.hidden = false;
    this.addEventListener('click', this.#clicked);
    this.addEventListener('keydown', this.#pressed);
    this.#form.addEventListener('input', this.#typed);
    this.querySelector('[data-drawings]')?.addEventListener('change', this.#drawn);
    this.#form.addEventListener('submit', () => (this.#touched = false));
    addEventListener('beforeunload', (event) => {
      if (this.#touched) event.preventDefault();
    });
  }

  #clicked = (event: Event): void => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-insert], [data-line]');
    if (button?.dataset['insert'] !== undefined) this.#insert(button.dataset['insert']);
    else if (button) this.#goTo(Number(button.dataset['line']));
  };

  #pressed = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      this.#form.requestSubmit(this.querySelector<HTMLButtonElement>('button[value=save]'));
    }
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const block = this.querySelector<HTMLElement>(`[aria-keyshortcuts="Alt+${event.code.replace('Digit', '')}"]`);
    if (!block) return;
    event.preventDefault();
    this.#insert(block.dataset['insert']!);
  };

  #drawn = (event: Event): void => {
    const choice = event.target as HTMLSelectElement;
    if (choice.value) this.#insert(`\n![What the drawing teaches, in full](${choice.value} "Short caption")\n`);
    choice.value = '';
  };

  /** Writes where the text stands, so that the browser's own undo takes it back. */
  #insert(block: string): void {
    this.#text.focus();
    const from = this.#text.selectionStart;
    const atLine = from === 0 || this.#text.value[from - 1] === '\n';
    const words = block.startsWith('\n') && !atLine ? `\n${block}` : block;
    if (!document.execCommand('insertText', false, words)) {
      this.#text.setRangeText(words, from, this.#text.selectionEnd, 'end');
      this.#text.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  #goTo(line: number): void {
    const first =
      this.#text.name === 'body' ? Number(this.querySelector<HTMLElement>('[data-first]')?.dataset['first']) : 1;
    const lines = this.#text.value.split('\n');
    const at = Math.max(0, Math.min(line - first, lines.length - 1));
    const from = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
    this.#text.focus();
    this.#text.setSelectionRange(from, from + lines[at]!.length);
  }

  #typed = (): void => {
    this.#touched = true;
    if (this.#text.name !== 'body') return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#preview(), 400);
  };

  async #preview(): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    const body = new URLSearchParams([...new FormData(this.#form)].map(([name, value]) => [name, String(value)]));
    try {
      const answer = await fetch(this.dataset['preview']!, { method: 'POST', body, signal: this.#asked.signal });
      if (!answer.ok) return;
      const now = document.createElement('div');
      now.innerHTML = await answer.text();
      // A text that cannot be read for the moment keeps the page that could be read before, under what is wrong.
      const page = this.#shown.querySelector('.draft-page');
      this.#shown.classList.toggle('is-old', !now.querySelector('.draft-page'));
      if (page && !now.querySelector('.draft-page')) now.append(page);
      this.#shown.replaceChildren(...now.childNodes);
    } catch {
      // A newer preview was asked for, or there is no connection: the next change asks again.
    }
  }
}

customElements.define('draft-editor', DraftEditor);
