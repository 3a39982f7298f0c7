import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every, type Fact, OnFact } from '../../jobs/index.js';
import { PullTransactions } from '../cash/pull-transactions.js';
import { PostMatters } from './post-matters.js';
import { PostUnposted } from './post-unposted.js';
import { ResolveByItself } from './resolve-by-itself.js';

/** The books keep themselves: reads what moved at Stripe and books it, with what became of disputes and payouts. */
@Injectable()
export class KeepBooks {
  constructor(
    private readonly db: Database,
    private readonly pull: PullTransactions,
    private readonly post: PostUnposted,
    private readonly resolve: ResolveByItself,
    private readonly matters: PostMatters,
  ) {}

  @Every('* * * * *', 'ledger.keep-books')
  async execute(): Promise<void> {
    await this.pull.execute();
    await this.book();
  }

  /** Without asking Stripe. */
  async book(): Promise<void> {
    await this.post.execute();
    await this.resolve.execute();
    await this.matters.execute();
  }

  @OnFact('dispute.closed', 'ledger.note-dispute')
  async noteDispute({ data }: Fact<{ disputeId: string }>): Promise<void> {
    await this.note('dispute', data.disputeId);
  }

  @OnFact('payout.moved', 'ledger.note-payout')
  async notePayout({ data }: Fact<{ payoutId: string }>): Promise<void> {
    await this.note('payout', data.payoutId);
  }

  private async note(kind: string, id: string): Promise<void> {
    await this.db.rows('INSERT INTO unposted_matters (kind, id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [kind, id]);
  }
}
