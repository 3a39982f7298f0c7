import { Injectable } from '@nestjs/common';
import { networkOf } from '../network-of.js';
import { PerMinute } from '../../web/index.js';
import { tooManyOpenings } from './packets.errors.js';

/** So many openings a minute from one network; more is guessing, or wears out the node. */
export const openingsPerMinute = 30;

/** Counts what opened and what did not alike: the limit tells nothing of a link. Each node counts for itself. */
@Injectable()
export class OpeningLimit {
  private readonly openings = new PerMinute(openingsPerMinute);

  /** @throws too_many_openings */
  take(ip: string | undefined): void {
    const client = networkOf(ip);
    const wait = this.openings.secondsToWait(client);
    if (wait > 0) throw tooManyOpenings(wait);
    this.openings.note(client);
  }
}
