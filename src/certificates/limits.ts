import { Injectable } from '@nestjs/common';
import { tooManyLookUps, tooManyUploads } from './certificates.errors.js';
import { PerMinute } from '../web/index.js';

/** So many unknown numbers a minute from one network are mistakes; more are guesses. */
export const missesPerMinute = 30;
/** So many files a minute one person checks by hand; checking one costs a tenth of a second. */
export const uploadsPerMinute = 20;

/**
 * Slows down guessing: only look-ups that found nothing are counted, so an employer with a pile of papers never waits.
 * Each node counts for itself; with 80 random bits in a number that is more than enough.
 */
@Injectable()
export class MissLimit {
  private readonly misses = new PerMinute(missesPerMinute);

  /** Refuses hits and misses alike: the limit must not tell one from the other. @throws too_many_look_ups */
  refuseIfGuessing(client: string): void {
    const wait = this.misses.secondsToWait(client);
    if (wait > 0) throw tooManyLookUps(wait);
  }

  note(client: string): void {
    this.misses.note(client);
  }
}

/** Keeps the checking of files from taking all the time of a node. */
@Injectable()
export class UploadLimit {
  private readonly uploads = new PerMinute(uploadsPerMinute);

  /** @throws too_many_uploads */
  take(client: string): void {
    const wait = this.uploads.secondsToWait(client);
    if (wait > 0) throw tooManyUploads(wait);
    this.uploads.note(client);
  }
}
