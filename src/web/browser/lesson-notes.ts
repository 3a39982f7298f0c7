import { findPassage, type Passage, passageOfBlock, blockBeingRead, selectedPassage } from './passages.js';

type Act = 'note' | 'bookmark' | 'highlight';
interface Sent {
  kind: Act;
  passage: Passage;
  colour?: string | undefined;
  text?: string | undefined;
}

/**
 * `<lesson-notes api>`: shows highlights in the text, and offers what can be done with a selected passage: by the toolbar, or
 * by keys of the player (`player-act`), which without a selection mean the paragraph at the top of the screen.
 */
class LessonNotes extends HTMLElement {
  private passage: Passage | undefined;
  private readonly bar = this.querySelector<HTMLElement>('.note-bar')!;
  private readonly dialog = this.querySelector('dialog')!;
  private readonly status = this.querySelector(':scope > [role=status]')!;

  connectedCallback(): void {
    this.show();
    let waiting: number;
    document.addEventListener('selectionchange', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.selected(), 250);
    });
    this.bar.addEventListener('pointerdown', (event) => event.preventDefault());
    this.bar.addEventListener('click', ({ target }) => {
      const { colour, act } = (target as Element).closest('button')?.dataset ?? {};
      if (colour) this.act('highlight', colour);
      else if (act) this.act(act as Act);
    });
    this.bar.addEventListener('keydown', (event) => event.key === 'Escape' && this.closeBar());
    document.addEventListener('player-act', (event) => this.act((event as CustomEvent<Act>).detail, 'yellow'));
    this.dialog.querySelector('[data-act=close]')!.addEventListener('click', () => this.dialog.close());
    this.dialog.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = this.dialog.querySelector('textarea')!.value;
      if (this.passage) void this.keep({ kind: 'note', passage: this.passage, text });
    });
  }

  private selected(): void {
    if (this.dialog.open || this.bar.contains(document.activeElement)) return;
    this.passage = selectedPassage();
    const wasHidden = this.bar.hidden;
    this.bar.hidden = this.passage === undefined;
    if (wasHidden && this.passage)
      this.say('Passage selected. H highlights it, M writes a note on it, B bookmarks it.');
  }

  private closeBar(): void {
    this.bar.hidden = true;
    document.getElementById('main')?.focus({ preventScroll: true });
  }

  private act(kind: Act, colour = 'yellow'): void {
    const block = blockBeingRead();
    this.passage = selectedPassage() ?? this.passage ?? (block && passageOfBlock(block));
    if (!this.passage) return;
    if (kind !== 'note') {
      void this.keep({ kind, passage: this.passage, ...(kind === 'highlight' && { colour }) });
      return;
    }
    this.dialog.querySelector('.note-passage')!.textContent = this.passage.quote;
    this.dialog.querySelector<HTMLElement>('[role=alert]')!.hidden = true;
    this.bar.hidden = true;
    this.dialog.showModal();
    this.dialog.querySelector('textarea')!.focus();
  }

  /** What was typed stays until the server has it. */
  private async keep(sent: Sent): Promise<void> {
    const { passage } = this;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(this.getAttribute('api')!, {
      method: 'POST',
      headers,
      body: JSON.stringify(sent),
    }).catch(() => undefined);
    if (!answer?.ok) return this.refused(await reasonOf(answer));
    if (this.passage === passage) this.passage = undefined;
    this.dialog.querySelector('textarea')!.value = '';
    this.dialog.close();
    this.bar.hidden = true;
    getSelection()?.removeAllRanges();
    await this.refresh();
    this.say({ note: 'Note kept.', highlight: 'Highlighted.', bookmark: 'Bookmarked.' }[sent.kind]);
  }

  private refused(reason: string): void {
    const alert = this.dialog.querySelector<HTMLElement>('[role=alert]')!;
    alert.textContent = reason;
    alert.hidden = false;
    if (!this.dialog.open) this.say(reason);
  }

  /** The list as the server shows it; a note that is being written below it stays. */
  private async refresh(): Promise<void> {
    const answer = await fetch(location.pathname).catch(() => undefined);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('notes')?.querySelector('.notes');
    const title = this.querySelector('#notes-title')!;
    if (!fresh) return;
    title.nextElementSibling!.replaceWith(document.adoptNode(fresh));
    this.show();
  }

  private show(): void {
    if (!('highlights' in CSS)) return;
    const marked = [...this.querySelectorAll<HTMLElement>('.note[data-colour]')];
    for (const [colour, notes] of Map.groupBy(marked, (note) => note.dataset['colour']!)) {
      const ranges = notes.map(({ dataset }) => findPassage(dataset as unknown as Passage)).filter((range) => range);
      CSS.highlights.set(`note-${colour}`, new Highlight(...(ranges as Range[])));
    }
  }

  private say(words: string): void {
    this.status.textContent = words;
  }
}

async function reasonOf(answer: Response | undefined): Promise<string> {
  if (!answer) return 'There is no connection. What you typed is still here.';
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; errors?: Record<string, string> };
  return Object.values(problem.errors ?? {})[0] ?? problem.detail ?? 'It could not be kept. Try again.';
}

customElements.define('lesson-notes', LessonNotes);
