/** Keys that the notes of a lesson answer to. */
const acts: Record<string, string> = { m: 'note', b: 'bookmark', h: 'highlight' };
const kept = 'player-keys';

/**
 * `<player-keys>`: single keys for the player, and the list of them. Never while one types, never with another key, and they
 * can be turned off: who speaks to the machine, or whose hand slips, turns no pages by it (WCAG 2.1.4).
 */
class PlayerKeys extends HTMLElement {
  private readonly dialog = this.querySelector('dialog')!;
  private readonly choice = this.querySelector<HTMLInputElement>('input[type=checkbox]')!;

  connectedCallback(): void {
    this.hidden = false;
    this.choice.checked = isOn();
    this.choice.addEventListener('change', () => remember(this.choice.checked));
    this.querySelector('.player-keys-open')!.addEventListener('click', () => this.dialog.showModal());
    this.querySelector('[data-act=close]')!.addEventListener('click', () => this.dialog.close());
    document.addEventListener('keydown', (event) => this.pressed(event));
  }

  private pressed(event: KeyboardEvent): void {
    const { key, target, ctrlKey, altKey, metaKey, isComposing } = event;
    if (ctrlKey || altKey || metaKey || isComposing || event.repeat || event.defaultPrevented || !isOn()) return;
    if (isTyping(target as Element) || document.querySelector('dialog[open]')) return;
    const act = acts[key.toLowerCase()];
    if (act) document.dispatchEvent(new CustomEvent('player-act', { detail: act }));
    else if (key === '?') this.dialog.showModal();
    else if (key === 'o') toOutline();
    else if (key === 'n') document.querySelector<HTMLElement>('.lesson-neighbours [rel=next]')?.click();
    else if (key === 'p') document.querySelector<HTMLElement>('.lesson-neighbours [rel=prev]')?.click();
    else return;
    event.preventDefault();
  }
}

const isTyping = (target: Element) =>
  target.closest('input, textarea, select, [contenteditable], [role=textbox], iframe') !== null;

/** Beside the lesson, or above it folded. */
function toOutline(): void {
  const fold = document.querySelector<HTMLDetailsElement>('.player-fold');
  if (fold?.checkVisibility()) {
    fold.open = true;
    fold.scrollIntoView();
  }
  const current = [...document.querySelectorAll<HTMLElement>('.outline [aria-current]')];
  current.find((link) => link.checkVisibility())?.focus();
}

function isOn(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off';
  } catch {
    return true;
  }
}

function remember(on: boolean): void {
  try {
    if (on) localStorage.removeItem(kept);
    else localStorage.setItem(kept, 'off');
  } catch {
    // Nothing is kept on this device.
  }
}

customElements.define('player-keys', PlayerKeys);

export {};
