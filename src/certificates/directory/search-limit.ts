import { Injectable } from '@nestjs/common';
import { networkOf } from '../network-of.js';
import { PerMinute } from '../../web/index.js';
import { tooManySearches } from './directory.errors.js';

/** So many pages of the directory a minute one network reads; more is copying it. */
export const searchesPerMinute = 30;

/** Keeps the directory from being copied. Each node counts for itself. */
@Injectable()
export class SearchLimit {
  private readonly searches = new PerMinute(searchesPerMinute);

  /** @throws too_many_searches */
  take(ip: string | undefined): void {
    const client = networkOf(ip);
    const wait = this.searches.secondsToWait(client);
    if (wait > 0) throw tooManySearches(wait);
    this.searches.note(client);
  }
}
