import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every, Jobs } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { isUsable, keepEvent } from './keep-event.js';
import { StripeConnection } from './stripe-connection.js';
import { StripeGateway } from './stripe.gateway.js';

/** Stripe retries for three days; a day more, so that two looks overlap. */
const days = 4;
/** At most ten lists a second, far below the 25 requests that Stripe bears. */
const pause = 100;

/** Asks Stripe daily which events it could not deliver, and keeps those that never came. */
@Injectable()
export class FetchMissedEvents {
  private readonly logger = new Logger('Checkout');

  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly stripe: StripeGateway,
    private readonly connection: StripeConnection,
  ) {}

  /** @returns how many events were missing */
  @Every('23 4 * * *', 'checkout.missed-events')
  async execute(): Promise<number> {
    const since = new Date((await this.clock.now()).getTime() - days * 86_400_000);
    return this.fetch({ since, undelivered: true });
  }

  /** After a restore: also those that were delivered to a database that is no more. Stripe keeps events for 30 days. */
  since(since: Date): Promise<number> {
    return this.fetch({ since, undelivered: false });
  }

  private async fetch(which: { since: Date; undelivered: boolean }): Promise<number> {
    let missed = 0;
    let after: string | undefined;
    do {
      const { events, next } = await this.stripe.events(which, after);
      const usable = events.filter((event) => isUsable(event, this.connection.settings.apiKey));
      for (const event of usable) {
        if (await this.db.transaction((tx) => keepEvent(tx, this.jobs, event))) missed += 1;
      }
      after = next;
      if (after) await setTimeout(pause);
    } while (after);
    if (missed > 0) this.logger.warn({ msg: 'events that never came', missed });
    return missed;
  }
}
