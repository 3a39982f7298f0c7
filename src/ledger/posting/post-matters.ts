import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { lockJournal } from '../journal/post-entries.js';
import { PostDisputeEnd } from './post-dispute-end.js';
import { PostPayoutArrival } from './post-payout-arrival.js';

interface Matter {
  kind: 'dispute' | 'payout';
  id: string;
}

/** Books what no movement on the balance brings. What has to wait for its sale waits in the list. */
@Injectable()
export class PostMatters {
  private readonly logger = new Logger('Books');

  constructor(
    private readonly db: Database,
    private readonly disputes: PostDisputeEnd,
    private readonly payouts: PostPayoutArrival,
  ) {}

  async execute(): Promise<void> {
    const matters = await this.db.rows<Matter>('SELECT kind, id FROM unposted_matters ORDER BY since, kind, id');
    for (const matter of matters) {
      try {
        await this.db.transaction((tx) => this.one(tx, matter));
      } catch (error) {
        this.logger.error({ msg: 'a matter could not be booked', ...matter, err: error });
        const problem = error instanceof Error ? error.message : String(error);
        await this.note(matter, problem);
      }
    }
  }

  /** Taken from the list first: who notes it again meanwhile waits for us, and then adds it anew. */
  private async one(tx: Tx, { kind, id }: Matter): Promise<void> {
    await lockJournal(tx);
    const taken = await tx.row<{ since: Date }>(
      'DELETE FROM unposted_matters WHERE kind = $1 AND id = $2 RETURNING since',
      [kind, id],
    );
    if (!taken) return;
    const problem = kind === 'dispute' ? await this.disputes.post(tx, id) : await this.payouts.post(tx, id);
    if (!problem) return;
    await tx.rows('INSERT INTO unposted_matters (kind, id, since, problem) VALUES ($1, $2, $3, $4)', [
      ...[kind, id, taken.since, problem],
    ]);
  }

  private async note({ kind, id }: Matter, problem: string): Promise<void> {
    await this.db.rows('UPDATE unposted_matters SET problem = $3 WHERE kind = $1 AND id = $2', [kind, id, problem]);
  }
}
