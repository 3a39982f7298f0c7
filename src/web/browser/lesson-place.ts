import { nextRev, thisDevice } from './this-device.js';

interface Place {
  block: string;
  fraction: number;
  device: string;
}

/** Saved at most this often while one reads; always when the page is left. */
const pause = 10_000;
/** What covers the top of the screen. */
const bar = 64;
const isReading = '.lesson .prose > [id]';

/**
 * `<lesson-place api>`: keeps which paragraph is read, for the next visit and for other devices. It scrolls only to a place
 * that was asked for by its address, and tells when another device was further.
 */
class LessonPlace extends HTMLElement {
  private readonly device = thisDevice();
  private newest: Place | undefined;
  private moved = false;
  private savedAt = 0;
  private waiting: number | undefined;

  connectedCallback(): void {
    const block = this.getAttribute('block');
    if (block) {
      const [fraction, device] = [Number(this.getAttribute('fraction')), this.getAttribute('device')!];
      this.newest = { block, fraction, device };
      this.tell();
    }
    addEventListener('hashchange', () => this.goToPlace());
    this.goToPlace();
    // What the page does by itself at the beginning is not reading.
    setTimeout(() => addEventListener('scroll', () => this.scrolled(), { passive: true }), 400);
    addEventListener('pagehide', () => this.save());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.save();
      else void this.ask();
    });
  }

  private goToPlace(): void {
    const { block, fraction } = this.newest ?? {};
    const element = block && location.hash === `#${block}` ? document.getElementById(block) : null;
    if (!element) return;
    const { top, height } = element.getBoundingClientRect();
    scrollTo({ top: scrollY + top + height * fraction! - bar });
  }

  private scrolled(): void {
    this.moved = true;
    const due = this.savedAt + pause - performance.now();
    this.waiting ??= setTimeout(() => this.save(), Math.max(due, 1_000));
  }

  private save(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    const here = this.moved ? placeHere() : undefined;
    if (!here) return;
    this.moved = false;
    this.savedAt = performance.now();
    this.newest = { ...here, device: this.device };
    const body = JSON.stringify({ ...this.newest, rev: nextRev('place') });
    const sent = { method: 'PUT', headers: { 'content-type': 'application/json' }, body, keepalive: true };
    // Lost without a connection: the next one tells where one is then.
    fetch(this.getAttribute('api')!, sent).catch(() => (this.moved = true));
  }

  /** Whether another device read on while this page was not looked at. */
  private async ask(): Promise<void> {
    const answer = await fetch(this.getAttribute('api')!).catch(() => undefined);
    if (!answer?.ok) return;
    const { place } = (await answer.json()) as { place: (Place & { savedAt: string }) | null };
    if (!place || place.device === this.device || isSame(place, this.newest)) return;
    this.newest = place;
    this.tell();
    this.classList.add('is-fresh');
  }

  private tell(): void {
    const line = this.querySelector('.lesson-place')!;
    const { block, device } = this.newest!;
    const words = device === this.device ? 'Continue where you were' : 'Continue where you were on your other device';
    const link = document.createElement('a');
    link.href = `#${block}`;
    link.textContent = words;
    const shown = line.querySelector('.lesson-place-words');
    if (shown) {
      shown.textContent = words;
      line.querySelector('a')!.href = link.href;
    } else line.append(link);
    line.querySelector('a')!.onclick = () => {
      this.classList.remove('is-fresh');
      // The same address again is no change of it.
      if (location.hash === `#${block}`) setTimeout(() => this.goToPlace());
    };
  }
}

const isSame = (a: Place, b: Place | undefined) => a.block === b?.block && a.fraction === b.fraction;

/** The first block that is not yet above the screen. */
function placeHere(): Omit<Place, 'device'> | undefined {
  for (const block of document.querySelectorAll(isReading)) {
    const { top, bottom, height } = block.getBoundingClientRect();
    if (bottom <= bar || height === 0) continue;
    return { block: block.id, fraction: Math.round(Math.min(Math.max((bar - top) / height, 0), 1) * 1000) / 1000 };
  }
  return undefined;
}

customElements.define('lesson-place', LessonPlace);
