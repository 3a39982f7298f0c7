const inDays = new Intl.NumberFormat(document.documentElement.lang || 'en', {
  style: 'unit',
  unit: 'day',
  unitDisplay: 'long',
});
const less = matchMedia('(prefers-reduced-motion: reduce)');

/** `<count-down ends-at server-now>`: ticks by the server's clock; its text with the date stands without it. */
class CountDown extends HTMLElement {
  #endsAt = 0;
  #ahead = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#endsAt = Date.parse(this.getAttribute('ends-at') ?? '');
    this.#ahead = Date.parse(this.getAttribute('server-now') ?? '') - answeredAt();
    if (Number.isNaN(this.#endsAt) || Number.isNaN(this.#ahead)) return;
    document.addEventListener('visibilitychange', this.#tick);
    window.addEventListener('pageshow', this.#tick);
    this.#tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#tick);
    window.removeEventListener('pageshow', this.#tick);
  }

  #tick = (): void => {
    clearTimeout(this.#timer);
    const left = this.#endsAt - (Date.now() + this.#ahead);
    if (left <= 0) return this.#end();
    if (document.hidden) return;
    const seconds = Math.ceil(left / 1000);
    const days = Math.floor(seconds / 86_400);
    this.#show('.countdown-days', inDays.format(days));
    // Whoever prefers less motion sees the minutes change, and the seconds only in the last minute.
    const calm = less.matches && seconds > 60;
    this.#show('.countdown-hours', clock(seconds % 86_400).slice(0, calm ? 5 : 8));
    this.#timer = setTimeout(this.#tick, (left % 1000) + 20);
  };

  #show(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }

  #end(): void {
    const text = document.createElement('p');
    text.className = 'countdown-text';
    text.setAttribute('role', 'status');
    const again = document.createElement('a');
    again.href = location.href;
    again.textContent = this.getAttribute('again');
    this.style.minHeight = `${this.offsetHeight}px`; // the page below stays where it is
    this.querySelectorAll('p').forEach((old) => old.remove());
    this.classList.add('is-over');
    this.append(text);
    text.append(`${this.getAttribute('ended')} `, again);
    this.disconnectedCallback();
  }
}

/** When the server answered, on this device's clock. */
function answeredAt(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation ? performance.timeOrigin + navigation.responseStart : Date.now();
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

customElements.define('count-down', CountDown);

export {};
