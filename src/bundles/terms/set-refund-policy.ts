import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { invalidField, newId } from '../../shared/index.js';
import { noMarket, wrongCurrency } from '../bundles.errors.js';
import { MarketQueries } from '../markets/market.queries.js';
import type { NewPolicy } from './terms.schemas.js';

/**
 * Writes the next version of a refund policy, which holds from now on for whatever is sold under its name. What was
 * bought before keeps the version it was promised.
 */
@Injectable()
export class SetRefundPolicy {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly markets: MarketQueries,
  ) {}

  /** @throws market_unknown, currency_unknown */
  async execute(input: NewPolicy, personId: string): Promise<{ id: string; version: number }> {
    return this.db.transaction(async (tx) => {
      await tx.lock('bundles.refund-policies');
      await this.checkFees(tx, input);
      const id = newId();
      const row = await tx.row<{ version: number }>(
        `INSERT INTO refund_policies (id, name, version, days, max_progress_percent, fee_percent, reason, created_by)
         SELECT $1, $2, 1 + coalesce(max(version), 0), $3, $4, $5, $6, $7 FROM refund_policies WHERE name = $2
         RETURNING version`,
        [id, input.name, input.days, input.maxProgressPercent, input.feePercent, input.reason, personId],
      );
      await tx.rows(
        'INSERT INTO refund_policy_fees (policy_id, market, amount) SELECT $1, * FROM unnest($2::text[], $3::bigint[])',
        [id, input.fees.map(({ market }) => market), input.fees.map(({ fee }) => fee.amount)],
      );
      const { version } = row!;
      this.facts.record(tx, 'refund-policy.set', { policyId: id, name: input.name, version, personId });
      return { id, version };
    });
  }

  private async checkFees(tx: Tx, { fees }: NewPolicy): Promise<void> {
    const markets = await this.markets.all(tx);
    fees.forEach(({ market, fee }, index) => {
      const known = markets.find(({ name }) => name === market);
      if (!known) throw noMarket();
      if (fee.currency !== known.currency) throw wrongCurrency(`fee.${market}`, known.currency);
      if (fee.amount <= 0) throw invalidField(`fee.${market}`, 'A fee is more than nothing; leave it out for none.');
      if (fees.findIndex((each) => each.market === market) < index) {
        throw invalidField(`fee.${market}`, 'One fee per market.');
      }
    });
  }
}
