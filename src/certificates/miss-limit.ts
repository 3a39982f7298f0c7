import { Injectable } from '@nestjs/common';
import { tooManyLookUps } from './certificates.errors.js';

const minute = 60_000;
/** So many unknown numbers a minute from one address are mistakes; more are guesses. */
export const missesPerMinute = 30;
const mostClients = 10_000;

interface Window {
  endsAt: number;
  misses: number;
}

/**
 * Slows down guessing: only look-ups that found nothing are counted, so an employer with a pile of papers never waits.
 * Each node counts for itself; with 80 random bits in a number that is more than enough.
 */
@Injectable()
export class MissLimit {
  private readonly windows = new Map<string, Window>();

  /** Refuses hits and misses alike: the limit must not tell one from the other. @throws too_many_look_ups */
  refuseIfGuessing(client: string, now = performance.now()): void {
    const window = this.windows.get(client);
    if (window && window.endsAt > now && window.misses >= missesPerMinute) {
      throw tooManyLookUps(Math.ceil((window.endsAt - now) / 1000));
    }
  }

  note(client: string, now = performance.now()): void {
    const window = this.windows.get(client);
    if (window && window.endsAt > now) {
      window.misses += 1;
      return;
    }
    this.windows.delete(client);
    this.forgetOldest(now);
    this.windows.set(client, { endsAt: now + minute, misses: 1 });
  }

  /** Windows stand in the order in which they end. */
  private forgetOldest(now: number): void {
    for (const [client, { endsAt }] of this.windows) {
      if (endsAt > now && this.windows.size < mostClients) return;
      this.windows.delete(client);
    }
  }
}
