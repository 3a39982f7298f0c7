import { text } from './quiz-question.js';

/** Shows the time left by the server's clock, warns politely, can be hidden, and says when the time is over. */
export class QuizClock {
  #deadline: number;
  #ahead: number;
  #warned = Infinity;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly player: HTMLElement,
    private readonly over: () => void,
  ) {
    this.#deadline = Date.parse(player.getAttribute('deadline') ?? '');
    this.#ahead = Date.parse(player.getAttribute('server-now')!) - answeredAt();
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
    this.#tick();
    this.#timer = setInterval(this.#tick, 500);
  }

  #tick = (): void => {
    const left = this.#deadline - (Date.now() + this.#ahead);
    const whole = this.#deadline - Date.parse(this.player.getAttribute('started-at')!);
    text(this.player.querySelector('.quiz-clock'), left > 0 ? duration(left) : '0:00');
    for (const warning of [whole / 4, 300_000, 60_000]) {
      if (warning >= whole || left > warning || warning >= this.#warned) continue;
      this.#warned = warning;
      this.player.querySelector('.quiz-time')!.classList.toggle('is-short', left <= Math.max(60_000, whole / 4));
      text(this.player.querySelector('.quiz-announcer'), left > 0 ? `${spoken(left)} left` : 'The time is over');
    }
    if (left <= 0) this.over();
  };

  stop(): void {
    clearInterval(this.#timer);
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
