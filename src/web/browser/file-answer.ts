/** `<file-answer>`: sends chosen files at once and puts their ids into the form. */
class FileAnswer extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLInputElement>('input[type=file]')!.addEventListener('change', (event) => {
      const input = event.target as HTMLInputElement;
      void this.#send([...(input.files ?? [])], input.multiple).finally(() => (input.value = ''));
    });
    this.addEventListener('click', (event) => {
      const button = (event.target as HTMLElement).closest('button');
      if (!button) return;
      button.closest('li')!.remove();
      this.#changed('Removed.');
    });
    for (const item of this.querySelectorAll('li')) item.append(removal());
    this.closest('fieldset')?.addEventListener('answer-set', this.#set);
  }

  async #send(files: File[], several: boolean): Promise<void> {
    for (const file of files) {
      this.#say(`Uploading ${file.name} …`);
      const attempt = this.closest('[attempt-id]')!.getAttribute('attempt-id')!;
      const path = `/api/attempts/${attempt}/files?question=${this.dataset['question']!}`;
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) };
      const sent = await fetch(path, { method: 'POST', headers, body: file }).catch(() => undefined);
      const answer = (await sent?.json().catch(() => ({}))) as
        { id?: string; name?: string; detail?: string } | undefined;
      if (!sent?.ok || !answer?.id) {
        this.#say(answer?.detail ?? 'The file did not arrive. Choose it again.');
        return;
      }
      if (!several) this.querySelector('ul')!.replaceChildren();
      this.#add(answer.id, answer.name ?? file.name);
      this.#changed(`${file.name} is uploaded.`);
    }
  }

  #add(id: string, name: string): void {
    const item = document.createElement('li');
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name: this.dataset['name']!, value: id });
    const words = document.createElement('span');
    words.textContent = name;
    item.append(input, words, removal());
    this.querySelector('ul')!.append(item);
  }

  #set = (event: Event): void => {
    this.querySelector('ul')!.replaceChildren();
    const held = (event as CustomEvent<{ files?: string[] } | null>).detail?.files ?? [];
    for (const id of held) this.#add(id, 'A file that was handed in');
  };

  #changed(words: string): void {
    this.#say(words);
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #say(words: string): void {
    this.querySelector('[role=status]')!.textContent = words;
  }
}

function removal(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet button-small';
  button.textContent = 'Remove';
  return button;
}

customElements.define('file-answer', FileAnswer);
