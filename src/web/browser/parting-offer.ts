/**
 * `<parting-offer name>`: shows its panel once to somebody who seems about to leave: the pointer goes out through the top,
 * or, where there is no pointer or the keyboard is used, the end of the page has been read. It takes no focus and moves
 * nothing. `seen`: the page itself is what is offered, so there is nothing to show any more.
 */
class PartingOffer extends HTMLElement {
  private readonly ends = new AbortController();
  private byKeyboard = false;

  connectedCallback(): void {
    if (this.hasAttribute('seen')) return remember(this.key);
    if (isRemembered(this.key)) return;
    const { signal } = this.ends;
    document.documentElement.addEventListener('mouseleave', (event) => event.clientY <= 0 && this.show(), { signal });
    addEventListener('keydown', () => void (this.byKeyboard = true), { signal });
    addEventListener('pointermove', () => void (this.byKeyboard = false), { signal });
    addEventListener('scroll', () => this.reached(), { signal, passive: true });
  }

  disconnectedCallback(): void {
    this.ends.abort();
  }

  private reached(): void {
    const main = document.querySelector('main');
    const noPointer = this.byKeyboard || !matchMedia('(hover: hover) and (pointer: fine)').matches;
    // The end of what is read, not of the page: the foot is below it.
    if (noPointer && main && main.getBoundingClientRect().bottom <= innerHeight + 40) this.show();
  }

  private show(): void {
    this.ends.abort();
    // Another window may have shown it meanwhile.
    if (isRemembered(this.key)) return;
    remember(this.key);
    const panel = this.querySelector<HTMLElement>('.parting-offer')!;
    panel.hidden = false;
    this.querySelector('[role=status]')!.textContent =
      `${panel.querySelector('h2')!.textContent}: offered at the end of this page.`;
    const close = (): void => {
      const hadFocus = panel.contains(document.activeElement);
      panel.remove();
      closed.abort();
      if (hadFocus) document.getElementById('main')?.focus({ preventScroll: true });
    };
    const closed = new AbortController();
    for (const button of panel.querySelectorAll('button')) button.addEventListener('click', close);
    addEventListener('keydown', (event) => event.key === 'Escape' && close(), { signal: closed.signal });
  }

  private get key(): string {
    return `offered:${this.getAttribute('name')}`;
  }
}

/** Where nothing can be remembered, nothing is offered: it would come again and again. */
function isRemembered(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}

function remember(key: string): void {
  try {
    localStorage.setItem(key, 'yes');
  } catch {
    // Then it is not shown at all.
  }
}

customElements.define('parting-offer', PartingOffer);

export {};
