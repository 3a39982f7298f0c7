import { QuizClock } from './quiz-clock.js';
import { clockTime, showConflict } from './quiz-conflict.js';
import { QuizFlags } from './quiz-flags.js';
import { type Clock, pollClock, readClock } from './quiz-poll.js';
import { type Answer, type Problem, Question, same, type Stored, text } from './quiz-question.js';
import { QuizSteps } from './quiz-steps.js';
import { forgetOthers, read, remove, storageKey, write } from './quiz-storage.js';

/**
 * `<quiz-player>`: saves answers as they are given and shows the server's time. The form inside works without it.
 * What is not saved yet is kept on this device (answers only; the key is not here to be kept) and sent on return.
 */
const DEBOUNCE = 1_000;
const EVERY = 20_000;
const retryWords = 'Not saved, retrying';
/** What says that this one answer cannot be taken: malformed, or too large. */
const unreadable = new Set([400, 413]);
/** Bytes: a browser sends no more than 64 KB for a page that is gone. */
const largestKept = 60_000;
const offlineWords = 'Offline: kept on this device';
const elsewhereWords: Record<string, string> = {
  lease_lost: 'This attempt was opened somewhere else. Go on there, or here: then the other one stops saving.',
};

class QuizPlayer extends HTMLElement {
  #questions: Question[] = [];
  #form!: HTMLFormElement;
  #lease: string | undefined;
  #saving: Promise<void> | undefined;
  #debounce: ReturnType<typeof setTimeout> | undefined;
  #regular: ReturnType<typeof setInterval> | undefined;
  #isOver = false;
  #clock!: QuizClock;
  #steps!: QuizSteps;
  #stopPolling: (() => void) | undefined;

  connectedCallback(): void {
    this.#form = this.querySelector('form')!;
    this.#questions = [...this.querySelectorAll<HTMLFieldSetElement>('fieldset[data-question]')].map(
      (box) => new Question(box),
    );
    this.#form.addEventListener('input', () => this.#changed());
    // Enter in a field saves, as the form would, but stays where one is.
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.isComposing) return;
      event.preventDefault();
      this.#flush();
    });
    // The form sends everything itself; what it sent is not sent a second time.
    this.#form.addEventListener('submit', () => this.#stop());
    document.addEventListener('visibilitychange', this.#leaving);
    window.addEventListener('pagehide', this.#leaving);
    window.addEventListener('online', this.#flush);
    window.addEventListener('offline', this.#offline);
    window.addEventListener('pageshow', (event) => event.persisted && location.reload());
    this.#regular = setInterval(this.#flush, EVERY);
    this.#clock = new QuizClock(this, () => void this.#timeOver());
    this.#clock.start();
    this.#steps = new QuizSteps(this);
    this.#steps.start();
    const flag = (path: string, body: object) =>
      this.#send('PUT', path, body).then(
        ({ ok }) => ok,
        () => false,
      );
    new QuizFlags(this, flag, () => this.#count()).start();
    this.querySelector('[name="take-over"]')!.addEventListener('click', () => location.reload());
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#stop();
    this.#steps.stop();
    document.removeEventListener('visibilitychange', this.#leaving);
    window.removeEventListener('pagehide', this.#leaving);
    window.removeEventListener('online', this.#flush);
    window.removeEventListener('offline', this.#offline);
  }

  get #attempt(): string {
    return this.getAttribute('attempt-id')!;
  }

  /** This window now writes; then what an earlier visit could not send is sent. */
  async #begin(): Promise<void> {
    const answer = await this.#send('PUT', 'lease', {}).catch(() => undefined);
    if (answer?.ok) this.#lease = ((await answer.json()) as { lease: string }).lease;
    if (this.#isOver) return;
    this.#stopPolling = pollClock(this.#attempt, this.#told);
    this.#restore();
    this.#flush();
  }

  /** The server's clock: extensions, pauses, the end, and whether another window writes now. */
  #told = ({ status, serverNow, deadline, pausedBy, lease }: Clock): void => {
    if (this.#isOver) return;
    if (status !== 'live') return this.#end(409, { code: 'attempt_finished' });
    // The questions are hidden; what is not saved yet waits on this device.
    if (pausedBy) return this.#reload();
    if (this.#lease !== undefined && lease !== this.#lease) return this.#end(409, { code: 'lease_lost' });
    this.#clock.set(serverNow, deadline);
  };

  #reload(): void {
    this.#keep();
    this.#stop();
    location.reload();
  }

  #restore(): void {
    const kept = read(storageKey(this.#attempt));
    for (const question of this.#questions) {
      const mine = kept[question.id];
      if (!mine || same(mine.response, question.saved)) continue;
      const saved = question.saved;
      question.answer = mine.response;
      if (mine.rev !== question.rev) this.#disagree(question, { rev: question.rev, response: saved, savedAt: null });
    }
    forgetOthers(storageKey(this.#attempt));
    this.#keep();
    this.#count();
  }

  #changed(): void {
    for (const question of this.#questions) {
      if (question.refused !== undefined && !same(question.answer, question.refused)) {
        question.refused = undefined;
        question.error('');
      }
    }
    this.#keep();
    this.#count();
    if (this.#isOver) return;
    // "Saved" must not stand beside an answer that is not.
    if (this.#isDirty && !this.#isOffline) this.#say('Saving …');
    clearTimeout(this.#debounce);
    this.#debounce = setTimeout(this.#flush, DEBOUNCE);
  }

  get #isDirty(): boolean {
    return this.#questions.some(({ isDirty }) => isDirty);
  }

  get #isOffline(): boolean {
    return this.querySelector('.quiz-saved')!.textContent === offlineWords;
  }

  #keep(): void {
    const dirty = this.#questions.filter((question) => !same(question.answer, question.saved));
    const kept = Object.fromEntries(dirty.map(({ id, rev, answer }) => [id, { rev, response: answer }]));
    if (dirty.length > 0) write(storageKey(this.#attempt), kept);
    else remove(storageKey(this.#attempt));
  }

  #leaving = (event: Event): void => {
    if (event.type === 'pagehide' || document.hidden) this.#flush();
  };

  #offline = (): void => {
    if (!this.#isOver) this.#say(offlineWords, true);
  };

  #flush = (): void => {
    if (this.#isOver) return;
    // A flag is not an answer: with nothing to save, the way back is said.
    if (!this.#isDirty && this.#isOffline) this.#say('Online again. Everything is saved.');
    // One after the other: each save builds on the revision before.
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = undefined));
  };

  async #saveAll(): Promise<void> {
    // One that the server fails on holds no other one back.
    const failed = new Set<Question>();
    let next: Question | undefined;
    while ((next = this.#questions.find((each) => each.isDirty && !failed.has(each))) && !this.#isOver) {
      this.#say('Saving …');
      const outcome = await this.#save(next);
      if (outcome === 'unreached') return this.#retry();
      if (outcome === 'failed') failed.add(next);
    }
    if (failed.size === 0 || this.#isOver) return;
    this.#say(retryWords, true);
    this.#retry();
  }

  /** `unreached` and `failed` are worth another try; after the first, no other answer is sent before it. */
  async #save(question: Question): Promise<'settled' | 'unreached' | 'failed'> {
    const { rev, answer: response } = question;
    const sent = await this.#send('PUT', `responses/${question.id}`, { rev, response, lease: this.#lease }).catch(
      () => undefined,
    );
    if (!sent || sent.status >= 500 || sent.status === 429) {
      this.#say(sent ? retryWords : offlineWords, true);
      return sent && sent.status >= 500 ? 'failed' : 'unreached';
    }
    const body = (await sent.json().catch(() => ({}))) as Problem;
    // A refusal that holds what was sent: an earlier answer of the server got lost on its way.
    const isThere = body.code === 'response_changed' && same(body.response ?? null, response);
    if (sent.ok || isThere) {
      question.settle(body.rev!, response);
      if (!this.#isDirty) this.#say(`Saved ${clockTime(body.savedAt)}`);
    } else if (body.code === 'response_changed') {
      this.#disagree(question, body as Stored);
    } else if (body.code === 'response_invalid' || unreadable.has(sent.status)) {
      question.refused = response;
      question.error(body.detail ?? '');
      this.#say('Not saved: one answer cannot be read', true);
    } else {
      this.#end(sent.status, body);
      return 'settled';
    }
    this.#keep();
    return 'settled';
  }

  #retry(): void {
    clearTimeout(this.#debounce);
    this.#debounce = setTimeout(this.#flush, 5 * DEBOUNCE);
  }

  #disagree(question: Question, stored: Stored): void {
    showConflict(question, stored, () => this.#changed());
    this.#say('One answer needs your decision', true);
  }

  /** The attempt can no longer be written from here. */
  #end(status: number, { code, detail }: Problem): void {
    this.#stop();
    if (code === 'deadline_passed' || code === 'attempt_finished') {
      remove(storageKey(this.#attempt));
      return location.assign(this.getAttribute('result-url')!);
    }
    if (code === 'attempt_paused') return this.#reload();
    for (const { box } of this.#questions) box.disabled = true;
    const words =
      status === 401 ? 'You are signed out. Reload this page to go on.' : (elsewhereWords[code ?? ''] ?? detail);
    this.#say('This page no longer saves', true);
    const elsewhere = this.querySelector<HTMLElement>('.quiz-elsewhere')!;
    text(elsewhere.querySelector('.quiz-elsewhere-text'), words ?? 'This page can no longer save.');
    elsewhere.hidden = false;
  }

  #stop(): void {
    this.#isOver = true;
    clearTimeout(this.#debounce);
    clearInterval(this.#regular);
    this.#clock.stop();
    this.#stopPolling?.();
  }

  #send(method: string, path: string, content: object): Promise<Response> {
    const body = new Blob([JSON.stringify(content)]);
    return fetch(`/api/attempts/${this.#attempt}/${path}`, {
      method,
      keepalive: body.size < largestKept,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
    });
  }

  /**
   * The time seems to be over; whether it is, the server decides. What is open is sent and the paper handed in; without a
   * connection the server does it by itself, and this page asks until it can be told.
   */
  async #timeOver(): Promise<void> {
    const clock = await readClock(this.#attempt);
    if (this.#isOver) return;
    if (clock?.status === 'live' && !clock.pausedBy && isLater(clock)) {
      this.#clock.set(clock.serverNow, clock.deadline);
      return this.#clock.resume();
    }
    clearTimeout(this.#debounce);
    this.#flush();
    await this.#saving;
    if (this.#isOver) return;
    for (const { box } of this.#questions) box.disabled = true;
    this.#say('The time is over. Submitting …');
    const sent = clock && (await this.#send('POST', 'submission', {}).catch(() => undefined));
    if (sent?.ok) return this.#end(409, { code: 'attempt_finished' });
    this.#say('The time is over. What was saved is submitted by itself.', true);
    setTimeout(() => void this.#timeOver(), 5 * DEBOUNCE);
  }

  #say(words: string, isFailed = false): void {
    const status = this.querySelector('.quiz-saved')!;
    status.classList.toggle('is-failed', isFailed);
    text(status, words);
  }

  #count(): void {
    const jumps = [...this.querySelectorAll('[data-jump]')];
    for (const { id, answer } of this.#questions) {
      this.querySelector(`[data-jump="${id}"]`)?.classList.toggle('is-answered', answer !== null);
    }
    const state = (jump: Element, name: string) => jump.classList.contains(`is-${name}`);
    for (const jump of jumps) {
      const words = `, ${state(jump, 'answered') ? 'answered' : 'open'}${state(jump, 'flagged') ? ', flagged' : ''}`;
      text(jump.querySelector('.question-jump-state'), words);
    }
    const answered = jumps.filter((jump) => state(jump, 'answered')).length;
    const flagged = jumps.filter((jump) => state(jump, 'flagged')).length;
    const flags = flagged === 0 ? '' : `, ${flagged === 1 ? '1 question' : `${flagged} questions`} flagged`;
    text(this.querySelector('.question-map-count'), `${answered} of ${jumps.length} answered${flags}`);
  }
}

const isLater = ({ deadline, serverNow }: Clock) => !deadline || Date.parse(deadline) > Date.parse(serverNow);

customElements.define('quiz-player', QuizPlayer);
