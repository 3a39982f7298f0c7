/** `<local-time>`: shows the instant of its `<time>` in the reader's own zone, and says so. */
class LocalTime extends HTMLElement {
  connectedCallback(): void {
    const time = this.querySelector('time');
    const at = new Date(time?.dateTime ?? '');
    if (!time || Number.isNaN(at.getTime())) return;
    const shown = new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
      ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      ...(at.getFullYear() !== new Date().getFullYear() && { year: 'numeric' }),
    });
    time.title = time.textContent;
    time.textContent = `${shown.format(at)} (your time)`;
  }
}

customElements.define('local-time', LocalTime);
