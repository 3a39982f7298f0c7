/** `<word-count>`: says how many words the text inside has, politely and not at every key. */
class WordCount extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const count = () => {
      const words = this.querySelector('textarea')!.value.split(/\s+/).filter(Boolean).length;
      this.querySelector('.word-count')!.textContent = words === 1 ? '1 word' : `${words} words`;
    };
    const soon = () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(count, 500);
    };
    this.addEventListener('input', soon);
    this.closest('fieldset')?.addEventListener('answer-set', soon);
    count();
  }
}

customElements.define('word-count', WordCount);
