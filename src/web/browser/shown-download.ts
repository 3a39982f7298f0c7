/** `<shown-download>`: fetches what its link leads to, says how much has come, and saves it only when it is whole. */
class ShownDownload extends HTMLElement {
  #running: AbortController | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const link = (event.target as HTMLElement).closest('a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!this.#running) void this.#fetch(link.href);
    });
  }

  disconnectedCallback(): void {
    this.#running?.abort();
  }

  async #fetch(address: string): Promise<void> {
    this.#running = new AbortController();
    this.#say('Preparing the file …');
    try {
      const answer = await fetch(address, { signal: this.#running.signal });
      if (!answer.ok || !answer.body) throw new Error(String(answer.status));
      const chunks: BlobPart[] = [];
      let size = 0;
      let said = 0;
      for await (const chunk of piecesOf(answer.body)) {
        chunks.push(chunk);
        size += chunk.length;
        // Read out about twice a second, not with every piece.
        if (performance.now() - said < 500) continue;
        said = performance.now();
        this.#say(`${sizeOf(size)} so far …`);
      }
      save(new Blob(chunks), nameIn(answer.headers.get('content-disposition') ?? ''));
      this.#say(`Done: ${sizeOf(size)}.`);
    } catch {
      this.#say('The file did not arrive whole and was not saved. Try again.');
    } finally {
      this.#running = undefined;
    }
  }

  #say(words: string): void {
    this.querySelector('[role=status]')!.textContent = words;
  }
}

async function* piecesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const nameIn = (disposition: string): string => /filename="?([^";]+)/.exec(disposition)?.[1] ?? 'journal';

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

customElements.define('shown-download', ShownDownload);

export {};
