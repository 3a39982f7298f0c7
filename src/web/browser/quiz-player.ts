import { QuizClock } from './quiz-clock.js';
import { clockTime, showConflict } from './quiz-conflict.js';
import { type Answer, type Problem, Question, same, type Stored, text } from './quiz-question.js';
import { forgetOthers, read, remove, storageKey, write } from './quiz-storage.js';

/**
 * `<quiz-player>`: saves answers as they are given and shows the server's time. The form inside works without it.
 * What is not saved yet is kept on this device (answers only; the key is not here to be kept) and sent on return.
 */
const DEBOUNCE = 1_000;
const EVERY = 20_000;

class QuizPlayer extends HTMLElement {
  #questions: Question[] = [];
  #form!: HTMLFormElement;
  #lease: string | undefined;
  #saving: Promise<void> | undefined;
  #debounce: ReturnType<typeof setTimeout> | undefined;
  #regular: ReturnType<typeof setInterval> | undefined;
  #isOver = false;
  #clock!: QuizClock;

  connectedCallback(): void {
    this.#form = this.querySelector('form')!;
    this.#questions = [...this.querySelectorAll<HTMLFieldSetElement>('fieldset[data-question]')].map(
      (box) => new Question(box),
    );
    this.#form.addEventListener('input', () => this.#changed());
    // The form sends everything itself; what it sent is not sent a second time.
    this.#form.addEventListener('submit', () => this.#stop());
    document.addEventListener('visibilitychange', this.#leaving);
    window.addEventListener('pagehide', this.#leaving);
    window.addEventListener('online', this.#flush);
    window.addEventListener('pageshow', (event) => event.persisted && location.reload());
    this.#regular = setInterval(this.#flush, EVERY);
    this.#clock = new QuizClock(this, () => void this.#timeOver());
    this.#clock.start();
    void this.#begin();
  }

  disconnectedCallback(): void {
    this.#stop();
    document.removeEventListener('visibilitychange', this.#leaving);
    window.removeEventListener('pagehide', this.#leaving);
    window.removeEventListener('online', this.#flush);
  }

  get #attempt(): string {
    return this.getAttribute('attempt-id')!;
  }

  /** This window now writes; then what an earlier visit could not send is sent. */
  async #begin(): Promise<void> {
    const answer = await this.#send('PUT', 'lease', {}).catch(() => undefined);
    if (answer?.ok) this.#lease = ((await answer.json()) as { lease: string }).lease;
    this.#restore();
    this.#flush();
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
    clearTimeout(this.#debounce);
    this.#debounce = setTimeout(this.#flush, DEBOUNCE);
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

  #flush = (): void => {
    if (this.#isOver) return;
    // One after the other: each save builds on the revision before.
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = undefined));
  };

  async #saveAll(): Promise<void> {
    let next: Question | undefined;
    while ((next = this.#questions.find((question) => question.isDirty)) && !this.#isOver) {
      this.#say('Saving …');
      if (!(await this.#save(next))) return this.#retry();
    }
  }

  /** False when the server could not be reached or failed: worth another try. */
  async #save(question: Question): Promise<boolean> {
    const { rev, answer: response } = question;
    const sent = await this.#send('PUT', `responses/${question.id}`, { rev, response, lease: this.#lease }).catch(
      () => undefined,
    );
    if (!sent || sent.status >= 500 || sent.status === 429) return false;
    const body = (await sent.json().catch(() => ({}))) as Problem;
    // A refusal that holds what was sent: an earlier answer of the server got lost on its way.
    const isThere = body.code === 'response_changed' && same(body.response ?? null, response);
    if (sent.ok || isThere) {
      question.settle(body.rev!, response);
      this.#say(`Saved ${clockTime(body.savedAt)}`);
    } else if (body.code === 'response_changed') {
      this.#disagree(question, body as Stored);
    } else if (body.code === 'response_invalid') {
      question.refused = response;
      question.error(body.detail ?? '');
      this.#say('Not saved: one answer cannot be read', true);
    } else {
      this.#end(sent.status, body);
      return true;
    }
    this.#keep();
    return true;
  }

  #retry(): void {
    this.#say('Not saved, retrying', true);
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
    for (const { box } of this.#questions) box.disabled = true;
    this.#say(
      status === 401 ? 'You are signed out. Reload this page to go on.' : (detail ?? 'This page can no longer save.'),
      true,
    );
  }

  #stop(): void {
    this.#isOver = true;
    clearTimeout(this.#debounce);
    clearInterval(this.#regular);
    this.#clock.stop();
  }

  #send(method: string, path: string, body: object): Promise<Response> {
    return fetch(`/api/attempts/${this.#attempt}/${path}`, {
      method,
      keepalive: true,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Sends what is open and hands the paper in; without a connection the server does it by itself. */
  async #timeOver(): Promise<void> {
    clearInterval(this.#regular);
    this.#clock.stop();
    clearTimeout(this.#debounce);
    this.#flush();
    await this.#saving;
    if (this.#isOver) return;
    this.#stop();
    this.#say('The time is over. Submitting …');
    for (const { box } of this.#questions) box.disabled = true;
    const sent = await this.#send('POST', 'submission', {}).catch(() => undefined);
    if (sent?.ok) this.#end(409, { code: 'attempt_finished' });
    else this.#say('The time is over. What was saved is submitted by itself.', true);
  }

  #say(words: string, isFailed = false): void {
    const status = this.querySelector('.quiz-saved')!;
    status.classList.toggle('is-failed', isFailed);
    text(status, words);
  }

  #count(): void {
    for (const { id, answer } of this.#questions) {
      const jump = this.querySelector(`[data-jump="${id}"]`);
      jump?.classList.toggle('is-answered', answer !== null);
      text(jump?.querySelector('.question-jump-state') ?? null, answer === null ? '' : ', answered');
    }
  }
}

customElements.define('quiz-player', QuizPlayer);
