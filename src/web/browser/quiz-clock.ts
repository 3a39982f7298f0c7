import { text } from './quiz-question.js';

/**
 * The server's time, carried on by this device's stopwatch: what its calendar says, or is set to meanwhile, plays no part.
 */
export class ServerTime {
  #at = 0;
  #then = 0;

  constructor(at: string) {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    this.set(at, navigation?.responseStart);
  }

  set(at: string, then = performance.now()): void {
    this.#at = Date.parse(at);
    this.#then = then;
  }

  get now(): number {
    return this.#at + performance.now() - this.#then;
  }
}

/** Shows the time left by the server's clock, warns politely, can be hidden, and says when the time seems to be over. */
export class QuizClock {
  #deadline: number;
  #time: ServerTime;
  #warned = Infinity;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly player: HTMLElement,
    private readonly over: () => void,
  ) {
    this.#deadline = Date.parse(player.getAttribute('deadline') ?? '');
    this.#time = new ServerTime(player.getAttribute('server-now')!);
  }

  start(): void {
    if (Number.isNaN(this.#deadline)) return;
    const hide = this.player.querySelector<HTMLButtonElement>('.quiz-hide')!;
    hide.hidden = false;
    hide.addEventListener('click', () => {
      const isHidden = this.player.classList.toggle('is-timeless');
      this.player.querySelector<HTMLElement>('.quiz-clock')!.hidden = isHidden;
      text(hide, isHidden ? 'Show time' : 'Hide time');
    });
    this.resume();
  }

  resume(): void {
    if (Number.isNaN(this.#deadline)) return;
    clearInterval(this.#timer);
    this.#timer = setInterval(this.#tick, 500);
    this.#tick();
  }

  /** What the server says now. More time than before is told. */
  set(serverNow: string, deadline: string | undefined): void {
    const before = this.#deadline;
    this.#time.set(serverNow);
    this.#deadline = Date.parse(deadline ?? '');
    if (this.#deadline - before < 1_000 || Number.isNaN(before)) return;
    this.#warned = Infinity;
    this.#say(`You have more time: ${spoken(this.#left)} left`);
  }

  get #left(): number {
    return this.#deadline - this.#time.now;
  }

  #tick = (): void => {
    const left = this.#left;
    const whole = this.#deadline - Date.parse(this.player.getAttribute('started-at')!);
    text(this.player.querySelector('.quiz-clock'), left > 0 ? duration(left) : '0:00');
    this.player.querySelector('.quiz-time')!.classList.toggle('is-short', left <= Math.max(60_000, whole / 4));
    for (const warning of [whole / 4, 300_000, 60_000]) {
      if (warning >= whole || left > warning || warning >= this.#warned) continue;
      this.#warned = warning;
      this.#say(left > 0 ? `${spoken(left)} left` : 'The time is over');
    }
    if (left > 0) return;
    this.stop();
    this.over();
  };

  #say(words: string): void {
    text(this.player.querySelector('.quiz-announcer'), words);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

const two = (n: number) => String(n).padStart(2, '0');

export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

function spoken(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const words = (n: number, unit: string) => (n === 1 ? `1 ${unit}` : `${n} ${unit}s`);
  return minutes >= 1 ? words(minutes, 'minute') : words(Math.ceil(milliseconds / 1000), 'second');
}
