import { Injectable, Logger } from '@nestjs/common';
import { BalanceGateway } from '../../checkout/index.js';
import { Database } from '../../database/index.js';
import { Every, Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { accounts } from '../journal/accounts.js';
import { PullTransactions } from './pull-transactions.js';

export interface BalanceCheck {
  currency: string;
  /** What Stripe says is there, available or not; minor units. */
  stripe: number;
  /** The sum of the movements that we know of. */
  pulled: number;
  /** What the account of the Stripe balance says. */
  booked: number;
  /** Of the movements that are not booked yet. */
  unposted: number;
}

/** How often we look again where something moved while we were looking. */
const looks = 3;

/** Compares, each day and when asked, the balance at Stripe with the account in the books. Keeps every comparison. */
@Injectable()
export class CheckBalance {
  private readonly logger = new Logger('Books');

  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly stripe: BalanceGateway,
    private readonly pull: PullTransactions,
  ) {}

  @Every('10 3 * * *', 'ledger.check-balance')
  async execute(): Promise<BalanceCheck[]> {
    const there = await this.readQuietly();
    return this.db.transaction(async (tx) => {
      const ours = await tx.rows<Omit<BalanceCheck, 'stripe'>>(sums, [accounts.stripe, [...there.keys()]]);
      const checks = ours.map((each) => ({ ...each, stripe: there.get(each.currency) ?? 0 }));
      await tx.rows(
        `INSERT INTO balance_checks (id, currency, stripe, pulled, booked, unposted)
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])`,
        [
          checks.map(() => newId()),
          checks.map(({ currency }) => currency),
          checks.map(({ stripe }) => stripe),
          checks.map(({ pulled }) => pulled),
          checks.map(({ booked }) => booked),
          checks.map(({ unposted }) => unposted),
        ],
      );
      for (const check of checks.filter((each) => !agrees(each))) {
        this.logger.error({ msg: 'the balance at Stripe is not what the books say', ...check });
        this.facts.record(tx, 'balance.differs', { currency: check.currency });
      }
      return checks;
    });
  }

  /** The balance at a moment before and after which nothing moved that we do not know of. */
  private async readQuietly(): Promise<Map<string, number>> {
    let there = new Map<string, number>();
    for (let look = 0; look < looks; look += 1) {
      await this.pull.execute();
      there = await this.stripe.read();
      if ((await this.pull.execute()) === 0) break;
    }
    return there;
  }
}

/** What is not booked yet is no difference; anything else is. */
export const agrees = ({ stripe, pulled, booked, unposted }: Omit<BalanceCheck, 'currency'>): boolean =>
  stripe === pulled && booked + unposted === pulled;

/** By currency, of all that Stripe or the books name. */
const sums = `
  WITH pulled AS (SELECT currency, sum(net)::bigint AS net FROM balance_transactions GROUP BY 1),
    booked AS (SELECT currency, sum(debit - credit)::bigint AS net FROM daily_balances WHERE account = $1 GROUP BY 1),
    unposted AS (SELECT b.currency, sum(b.net)::bigint AS net
                 FROM unposted_transactions u JOIN balance_transactions b USING (id) GROUP BY 1)
  SELECT currency, coalesce(p.net, 0) AS pulled, coalesce(k.net, 0) AS booked, coalesce(u.net, 0) AS unposted
  FROM (SELECT currency FROM pulled UNION SELECT currency FROM booked UNION SELECT unnest($2::text[])) AS c
  LEFT JOIN pulled p USING (currency) LEFT JOIN booked k USING (currency) LEFT JOIN unposted u USING (currency)
  ORDER BY currency`;
