import { allOf, forget, keep, type KeptDecision } from './sign-off-store.js';

const EVERY = 20_000;

interface Refused {
  code?: string;
  detail?: string;
  standing?: { words: string[]; version: number; by: string | null; at: string | null };
}

/**
 * `<sign-offs>`: decisions are kept on this device first and sent when there is network. One that the server does not
 * take stays here, beside what stands there, until its person has looked at both. The forms inside work without it.
 */
class SignOffs extends HTMLElement {
  #sending: Promise<void> | undefined;
  #regular: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.addEventListener('submit', this.#decided);
    window.addEventListener('online', this.#send);
    this.#regular = setInterval(this.#send, EVERY);
    void this.#show().then(this.#send);
    this.#keepPage();
  }

  /** The page itself opens without network too, and says when it is a copy. */
  #keepPage(): void {
    const { worker, shown, copy } = this.dataset;
    if (copy !== undefined) {
      const at = new Date(shown!).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
      this.querySelector('.practice-copy')!.textContent =
        `No network: this is a copy from ${at}. What you decide is kept on this device and sent when there is network.`;
    }
    // Not over plain http on another machine, and not in some private windows.
    void navigator.serviceWorker?.register(worker!, { scope: '/preceptor' }).catch(() => undefined);
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#send);
    clearInterval(this.#regular);
  }

  get #person(): string {
    return this.dataset['person']!;
  }

  #decided = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    const typed = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const card = form.closest<HTMLElement>('[data-entry]');
    // What is not filled in comes back from the server with the reason; a code needs the server anyway.
    if (!card || !typed['decision'] || (typed['decision'] === 'signed' ? !typed['rating'] : !typed['reason']?.trim()))
      return;
    event.preventDefault();
    void this.#keep(form, card, {
      ...{ id: typed['id']!, entry: card.dataset['entry']!, person: this.#person },
      ...{ version: Number(typed['version']), hash: typed['hash']! },
      decision: typed['decision'] as KeptDecision['decision'],
      ...(typed['decision'] === 'signed' ? { rating: Number(typed['rating']) } : { reason: typed['reason']!.trim() }),
      deviceAt: new Date().toISOString(),
      words: JSON.parse(card.dataset['words']!) as string[],
    });
  };

  async #keep(form: HTMLFormElement, card: HTMLElement, decision: KeptDecision): Promise<void> {
    try {
      await keep(decision);
    } catch {
      // A device that keeps nothing: the form goes the plain way.
      return form.submit();
    }
    settle(card, 'Kept on this device …');
    this.#send();
  }

  #send = (): void => {
    // One round after the other; a decision made meanwhile is in the next.
    this.#sending = (this.#sending ?? Promise.resolve()).then(() => this.#sendAll()).catch(() => undefined);
  };

  async #sendAll(): Promise<void> {
    for (const decision of await allOf(this.#person)) {
      if (!decision.refusal && !(await this.#sendOne(decision))) break;
    }
    await this.#show();
  }

  /** False when the server could not be reached or does not know who this is: all of it waits. */
  async #sendOne(decision: KeptDecision): Promise<boolean> {
    const { person: _, words: __, refusal: ___, ...body } = decision;
    const answer = await fetch('/api/preceptor/decisions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    if (!answer || answer.status === 401 || answer.status === 429 || answer.status >= 500) return false;
    if (answer.ok) {
      await forget(decision.id);
      settle(
        this.#card(decision),
        decision.decision === 'signed' ? 'Signed.' : 'Not signed. The learner was told why.',
        true,
      );
      return true;
    }
    const { detail, standing } = (await answer.json().catch(() => ({}))) as Refused;
    const refusal = { detail: detail ?? 'The server did not take it.', words: standing ? standingWords(standing) : [] };
    await keep({ ...decision, refusal });
    settle(this.#card(decision), 'Not taken: read above what stands.');
    return true;
  }

  #card({ entry }: KeptDecision): HTMLElement | null {
    return this.querySelector(`[data-entry="${entry}"]`);
  }

  /** Tells what is still here: what waits for network, and what the server did not take. */
  async #show(): Promise<void> {
    const all = await allOf(this.#person).catch(() => []);
    const waiting = all.filter(({ refusal }) => !refusal);
    for (const decision of waiting)
      settle(this.#card(decision), 'Kept on this device. It is sent when there is network.');
    const status = this.querySelector('.practice-status')!;
    const count = waiting.length === 1 ? '1 decision waits' : `${waiting.length} decisions wait`;
    status.textContent = waiting.length === 0 ? '' : `${count} on this device for the network. Stay signed in.`;
    const box = this.querySelector('.practice-kept')!;
    box.replaceChildren(...all.filter(({ refusal }) => refusal).map((decision) => this.#conflict(decision)));
  }

  #conflict(decision: KeptDecision): HTMLElement {
    const { id, refusal, words, rating, reason } = decision;
    const mine =
      decision.decision === 'signed'
        ? `You signed, with ${rating ?? 'no rating'}.`
        : `You did not sign: ${reason ?? ''}`;
    const box = element('section', 'practice-conflict');
    box.setAttribute('role', 'alert');
    const close = element(
      'button',
      'button button-secondary button-small',
      'I have read both: remove mine',
    ) as HTMLButtonElement;
    close.type = 'button';
    close.addEventListener('click', () => void forget(id).then(() => this.#reopen()));
    box.append(
      element('h3', '', 'Not taken'),
      element('p', '', refusal!.detail),
      version('Yours, on this device', [mine, ...words]),
      ...(refusal!.words.length > 0 ? [version('What stands now', refusal!.words)] : []),
      close,
    );
    return box;
  }

  /** The page as the server has it, unless there is no network to fetch it by. */
  #reopen(): void {
    if (navigator.onLine) location.assign('/preceptor');
    else void this.#show();
  }
}

function standingWords({ words, version: number, by, at }: NonNullable<Refused['standing']>): string[] {
  const decided = by && at ? [`Decided by ${by}, ${new Date(at).toLocaleString()}`] : [];
  return [...decided, `Version ${number}`, ...words];
}

/** Closes what was decided; the words stay. */
function settle(card: HTMLElement | null, words: string, isOver = false): void {
  if (!card) return;
  card.classList.add('is-decided');
  card.classList.toggle('is-over', isOver);
  card.querySelector<HTMLElement>('.practice-acts')!.hidden = true;
  card.querySelector('.practice-said')!.textContent = words;
}

function version(title: string, lines: string[]): HTMLElement {
  const box = element('div', 'practice-version');
  const list = element('ul', '');
  list.append(...lines.map((line) => element('li', '', line)));
  box.append(element('h4', '', title), list);
  return box;
}

function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = words;
  return made;
}

customElements.define('sign-offs', SignOffs);
