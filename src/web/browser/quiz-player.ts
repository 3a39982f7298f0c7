/**
 * `<quiz-player>`: saves answers as they are given and shows the server's time. The form inside works without it.
 * What is not saved yet is kept on this device (answers only; the key is not here to be kept) and sent on return.
 */
type Answer = { option: string } | { options: string[] } | { value: string | boolean } | null;
interface Stored {
  rev: number;
  response: Answer;
  savedAt: string | null;
}
type Problem = Partial<Stored> & { code?: string; detail?: string };

const DEBOUNCE = 1_000;
const EVERY = 20_000;
const KEEP = 'quiz-player:';
const same = (a: Answer, b: Answer) => JSON.stringify(a) === JSON.stringify(b);
const text = (element: Element | null, words: string) => {
  if (element && element.textContent !== words) element.textContent = words;
};

/** One question of the form: reads and shows its answer, knows what the server has. */
class Question {
  readonly id: string;
  readonly #type: string;
  #inputs: HTMLInputElement[];
  rev: number;
  saved: Answer;
  /** Why the last answer was refused; it is not sent again until it changes. */
  refused: Answer | undefined;
  isConflict = false;

  constructor(readonly box: HTMLFieldSetElement) {
    this.id = box.dataset['question']!;
    this.#type = box.dataset['type']!;
    this.rev = Number(box.dataset['rev']);
    this.#inputs = [...box.querySelectorAll<HTMLInputElement>('input:not([type=hidden])')];
    // Not what the form shows: it may hold what the server refused.
    this.saved = JSON.parse(box.dataset['saved']!) as Answer;
  }

  get answer(): Answer {
    const chosen = this.#inputs.filter((input) => input.checked).map((input) => input.value);
    if (this.#type === 'multiple') return chosen.length > 0 ? { options: chosen } : null;
    if (this.#type === 'single') return chosen[0] === undefined ? null : { option: chosen[0] };
    if (this.#type === 'trueFalse') return chosen[0] === undefined ? null : { value: chosen[0] === 'true' };
    const typed = this.#inputs[0]!.value.trim();
    return typed === '' ? null : { value: typed };
  }

  set answer(answer: Answer) {
    const held = answer === null ? [] : Object.values(answer).flat().map(String);
    for (const input of this.#inputs) {
      if (this.#type === 'numeric') input.value = held[0] ?? '';
      else input.checked = held.includes(input.value);
    }
  }

  get isDirty(): boolean {
    return (
      !this.isConflict &&
      !same(this.answer, this.saved) &&
      !(this.refused !== undefined && same(this.answer, this.refused))
    );
  }

  settle(rev: number, saved: Answer): void {
    this.rev = rev;
    this.saved = saved;
    this.box.querySelector<HTMLInputElement>('input[type=hidden]')!.value = String(rev);
  }

  error(sentence: string): void {
    const shown = this.box.querySelector<HTMLElement>('.question-error')!;
    shown.hidden = sentence === '';
    text(shown.querySelector('.question-error-text'), sentence);
    for (const input of this.#inputs) {
      if (sentence) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  }

  words(answer: Answer): string {
    if (answer === null) return 'no answer';
    const held = Object.values(answer).flat().map(String);
    const labels = this.#inputs
      .filter((input) => this.#type !== 'numeric' && held.includes(input.value))
      .map((input) => input.closest('label')!.textContent.trim());
    return labels.length > 0 ? labels.join('; ') : held.join('; ');
  }
}

class QuizPlayer extends HTMLElement {
  #questions: Question[] = [];
  #form!: HTMLFormElement;
  #lease: string | undefined;
  #saving: Promise<void> | undefined;
  #debounce: ReturnType<typeof setTimeout> | undefined;
  #timers: ReturnType<typeof setInterval>[] = [];
  #isOver = false;
  #deadline = NaN;
  #ahead = 0;
  #warned = Infinity;

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
    this.#timers.push(setInterval(this.#flush, EVERY));
    this.#startClock();
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
    const kept = read(KEEP + this.#attempt);
    for (const question of this.#questions) {
      const mine = kept[question.id];
      if (!mine || same(mine.response, question.saved)) continue;
      const saved = question.saved;
      question.answer = mine.response;
      if (mine.rev !== question.rev) this.#disagree(question, { rev: question.rev, response: saved, savedAt: null });
    }
    forgetOthers(KEEP + this.#attempt);
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
    if (dirty.length > 0) write(KEEP + this.#attempt, kept);
    else remove(KEEP + this.#attempt);
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

  /** Both answers are shown; nothing is overwritten until the learner decides. */
  #disagree(question: Question, stored: Stored): void {
    const mine = question.answer;
    question.isConflict = true;
    const box = element('div', 'question-conflict');
    box.setAttribute('role', 'alert');
    const at = stored.savedAt ? ` at ${clockTime(stored.savedAt)}` : '';
    const decide = (answer: Answer) => () => {
      box.remove();
      question.isConflict = false;
      question.settle(stored.rev, stored.response);
      question.answer = answer;
      question.box.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus();
      this.#changed();
    };
    const words = `This answer was changed in another window. Saved there${at}: ${question.words(stored.response)}. Here: ${question.words(mine)}.`;
    box.append(
      element('p', '', words),
      button('Keep the one here', decide(mine)),
      button('Take the saved one', decide(stored.response)),
    );
    question.box.querySelector('.question-conflict')?.remove();
    question.box.querySelector('.question-error')!.before(box);
    this.#say('One answer needs your decision', true);
  }

  /** The attempt can no longer be written from here. */
  #end(status: number, { code, detail }: Problem): void {
    this.#stop();
    if (code === 'deadline_passed' || code === 'attempt_finished') {
      remove(KEEP + this.#attempt);
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
    this.#timers.forEach(clearInterval);
  }

  #send(method: string, path: string, body: object): Promise<Response> {
    return fetch(`/api/attempts/${this.#attempt}/${path}`, {
      method,
      keepalive: true,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
  }

  #startClock(): void {
    this.#deadline = Date.parse(this.getAttribute('deadline') ?? '');
    this.#ahead = Date.parse(this.getAttribute('server-now')!) - answeredAt();
    if (Number.isNaN(this.#deadline)) return;
    const hide = this.querySelector<HTMLButtonElement>('.quiz-hide')!;
    hide.hidden = false;
    hide.addEventListener('click', () => {
      const isHidden = this.classList.toggle('is-timeless');
      this.querySelector<HTMLElement>('.quiz-clock')!.hidden = isHidden;
      text(hide, isHidden ? 'Show time' : 'Hide time');
    });
    this.#tick();
    this.#timers.push(setInterval(this.#tick, 500));
  }

  #tick = (): void => {
    const left = this.#deadline - (Date.now() + this.#ahead);
    const whole = this.#deadline - Date.parse(this.getAttribute('started-at')!);
    text(this.querySelector('.quiz-clock'), left > 0 ? duration(left) : '0:00');
    for (const warning of [whole / 4, 300_000, 60_000]) {
      if (warning >= whole || left > warning || warning >= this.#warned) continue;
      this.#warned = warning;
      this.querySelector('.quiz-time')!.classList.toggle('is-short', left <= Math.max(60_000, whole / 4));
      text(this.querySelector('.quiz-announcer'), left > 0 ? `${spoken(left)} left` : 'The time is over');
    }
    if (left <= 0) void this.#timeOver();
  };

  /** Sends what is open and hands the paper in; without a connection the server does it by itself. */
  async #timeOver(): Promise<void> {
    this.#timers.forEach(clearInterval);
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

/** When the server answered, on this device's clock. */
function answeredAt(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation ? performance.timeOrigin + navigation.responseStart : Date.now();
}

const two = (n: number) => String(n).padStart(2, '0');

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function spoken(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const words = (n: number, unit: string) => (n === 1 ? `1 ${unit}` : `${n} ${unit}s`);
  return minutes >= 1 ? words(minutes, 'minute') : words(Math.ceil(milliseconds / 1000), 'second');
}

const clockTime = (at: string | null | undefined) => (at ? new Date(at) : new Date()).toLocaleTimeString();

function element(tag: string, className: string, words = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = words;
  return made;
}

function button(words: string, act: () => void): HTMLElement {
  const made = element('button', 'button button-secondary button-small', words) as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

// A device may refuse to keep anything; saving to the server does not depend on it.
function read(key: string): Record<string, { rev: number; response: Answer }> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, { rev: number; response: Answer }>;
  } catch {
    return {};
  }
}
const write = (key: string, value: object) => attempt(() => localStorage.setItem(key, JSON.stringify(value)));
const remove = (key: string) => attempt(() => localStorage.removeItem(key));
/** Nobody returns to another attempt's answers on this device once a new one is open. */
const forgetOthers = (own: string) =>
  attempt(() => {
    const others = Object.keys(localStorage).filter((key) => key.startsWith(KEEP) && key !== own);
    others.forEach((key) => localStorage.removeItem(key));
  });
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Kept in the page alone.
  }
}

customElements.define('quiz-player', QuizPlayer);

export {};
