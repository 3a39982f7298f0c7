import { Injectable } from '@nestjs/common';
import { type Market } from './market.js';
import { MarketQueries } from './market.queries.js';

const goodFor = 10_000;

/**
 * The markets that can be chosen, at hand: every page offers them, and they change a few times a year. What something
 * costs never depends on this: the database is asked.
 */
@Injectable()
export class OpenMarkets {
  private known: Promise<Market[]> | undefined;
  private knownAt = 0;

  constructor(private readonly markets: MarketQueries) {}

  list(): Promise<Market[]> {
    const now = performance.now();
    if (!this.known || now - this.knownAt > goodFor) {
      this.knownAt = now;
      this.known = this.markets.all().then((all) => all.filter((market) => market.active));
      this.known.catch(() => this.forget());
    }
    return this.known;
  }

  /** A market was just changed. */
  forget(): void {
    this.known = undefined;
  }
}
