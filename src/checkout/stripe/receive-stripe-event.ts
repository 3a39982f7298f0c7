import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { Database } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { badSignature } from '../checkout.errors.js';
import { isUsable, keepEvent } from './keep-event.js';
import { StripeConnection } from './stripe-connection.js';

const toleranceSeconds = 300;
const aheadSeconds = 60;

/** Checks the signature over the raw body before reading anything, then keeps the event; the work is a job's. */
@Injectable()
export class ReceiveStripeEvent {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly connection: StripeConnection,
  ) {}

  async execute(rawBody: Buffer | undefined, signature: string | undefined): Promise<void> {
    const event = await this.verified(rawBody, signature);
    await this.db.transaction((tx) => keepEvent(tx, this.jobs, event));
  }

  private async verified(rawBody: Buffer | undefined, signature: string | undefined): Promise<Stripe.Event> {
    if (!rawBody || !signature) throw badSignature();
    const now = (await this.clock.now()).getTime();
    // The SDK accepts stamps from any point in the future; a minute is what clocks differ by.
    const stamp = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]);
    if (!(stamp * 1000 <= now + aheadSeconds * 1000)) throw badSignature();
    for (const secret of this.connection.settings.webhookSecrets) {
      try {
        const event = Stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSeconds, undefined, now);
        if (isUsable(event, this.connection.settings.apiKey)) return event;
      } catch {
        // Not signed with this secret: the other one may be the right one while secrets rotate.
      }
    }
    throw badSignature();
  }
}
