import { duration, ServerTime } from './quiz-clock.js';
import { pollClock } from './quiz-poll.js';

/** `<quiz-pause>`: counts a break down, and goes on as soon as the server's clock does. */
class QuizPause extends HTMLElement {
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    const time = new ServerTime(this.getAttribute('server-now')!);
    const ends = Date.parse(this.getAttribute('break-ends-at') ?? '');
    const left = this.querySelector('.quiz-break-left');
    const count = () => {
      if (left) left.textContent = `, in ${duration(ends - time.now)}`;
    };
    const timer = setInterval(count, 1_000);
    const stopAsking = pollClock(this.getAttribute('attempt-id')!, ({ serverNow, status, pausedBy }) => {
      time.set(serverNow);
      if (status !== 'live' || !pausedBy) location.reload();
    });
    this.#stop = () => {
      clearInterval(timer);
      stopAsking();
    };
    count();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }
}

customElements.define('quiz-pause', QuizPause);
