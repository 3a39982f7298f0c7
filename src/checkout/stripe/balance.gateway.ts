import { Injectable } from '@nestjs/common';
import { type BalanceMove, balanceMove } from '../payouts/payout.js';
import { StripeClient } from './stripe-client.js';

export interface BalancePage {
  moves: BalanceMove[];
  next: string | undefined;
}

/** What Stripe says of our balance with it. */
@Injectable()
export class BalanceGateway {
  constructor(private readonly client: StripeClient) {}

  /** Movements since then, newest first, a page at a time; `after` is the id of the last one seen. */
  async movesSince(since: Date | null, after?: string): Promise<BalancePage> {
    const { data, has_more } = await this.client.ask((stripe) =>
      stripe.balanceTransactions.list({
        limit: 100,
        ...(since && { created: { gte: Math.floor(since.getTime() / 1000) } }),
        ...(after && { starting_after: after }),
      }),
    );
    return { moves: data.map(balanceMove), next: has_more ? data.at(-1)!.id : undefined };
  }

  /** All that is there now, available or not, by currency; minor units. */
  async read(): Promise<Map<string, number>> {
    const { available, pending } = await this.client.ask((stripe) => stripe.balance.retrieve());
    const sums = new Map<string, number>();
    for (const { amount, currency } of [...available, ...pending]) {
      const code = currency.toUpperCase();
      sums.set(code, (sums.get(code) ?? 0) + amount);
    }
    return sums;
  }
}
