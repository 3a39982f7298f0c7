import { Injectable } from '@nestjs/common';
import { type BookedDispute, BookedReturnQueries } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { Clock } from '../../shared/index.js';
import { Deferrals } from '../deferred/deferrals.js';
import { accounts } from '../journal/accounts.js';
import { dayOf } from '../journal/months.js';
import { PostEntries } from '../journal/post-entries.js';
import { isBooked } from './is-booked.js';
import { lossLegs } from './loss-legs.js';

/** A dispute that was lost: what it took leaves the deferred revenue, the rest is a loss. An appeal that wins undoes it. */
@Injectable()
export class PostDisputeEnd {
  constructor(
    private readonly clock: Clock,
    private readonly returns: BookedReturnQueries,
    private readonly deferrals: Deferrals,
    private readonly posting: PostEntries,
  ) {}

  /** @returns why it has to wait */
  async post(tx: Tx, id: string): Promise<string | undefined> {
    const dispute = await this.returns.dispute(id, tx);
    if (!dispute) return 'No dispute of ours has this id.';
    const booked = await lossesOf(tx, id);
    const isLoss = booked.length % 2 === 1;
    const isLost = dispute.standing === 'lost';
    if (isLost === isLoss) return undefined;
    if (!(await isTaken(tx, id))) return 'The money that the bank took is not booked yet.';
    if (!(await isBooked(tx, dispute.charge))) return `The sale ${dispute.orderNumber} is not booked yet.`;
    const purpose = `standing-${booked.length + 1}`;
    if (isLost) await this.lose(tx, id, purpose, dispute);
    else await this.undo(tx, id, purpose, { ...dispute, loss: booked.at(-1)! });
    return undefined;
  }

  private async lose(tx: Tx, id: string, purpose: string, dispute: BookedDispute): Promise<void> {
    const { orderId, orderNumber } = dispute;
    const { legs, moves } = lossLegs(dispute, {
      deferrals: await this.deferrals.ofOrder(tx, orderId),
      tax: await taxOwed(tx, orderId),
    });
    const date = dispute.closedOn ?? dayOf(await this.clock.now(tx));
    const [entry] = await this.posting.post(tx, [
      {
        ...{ date, orderId },
        kind: 'dispute_lost',
        description: `Dispute of ${orderNumber} lost`,
        source: { kind: 'dispute', id, purpose },
        postings: legs,
      },
    ]);
    await this.deferrals.move(
      tx,
      moves.map((move) => ({ ...move, entry: entry! })),
    );
  }

  private async undo(tx: Tx, id: string, purpose: string, dispute: BookedDispute & { loss: number }): Promise<void> {
    const { orderId, orderNumber, loss } = dispute;
    const [entry] = await this.posting.post(tx, [
      {
        date: dayOf(await this.clock.now(tx)),
        kind: 'dispute_won',
        description: `Loss of the dispute of ${orderNumber} undone`,
        source: { kind: 'dispute', id, purpose },
        orderId,
        reverses: loss,
        postings: await reversedPostings(tx, loss),
      },
    ]);
    const moves = await this.deferrals.movesOf(tx, loss);
    await this.deferrals.move(
      tx,
      moves.map((move) => ({ ...move, amount: -move.amount, entry: entry! })),
    );
  }
}

const lossesOf = async (tx: Tx, id: string): Promise<number[]> =>
  (
    await tx.rows<{ number: number }>(
      `SELECT number FROM journal_entries WHERE source_kind = 'dispute' AND source_id = $1 ORDER BY number`,
      [id],
    )
  ).map(({ number }) => number);

async function isTaken(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.row(
    `SELECT 1 FROM balance_transactions b WHERE b.source = $1 AND b.category = 'dispute'
       AND NOT EXISTS (SELECT FROM unposted_transactions u WHERE u.id = b.id) LIMIT 1`,
    [id],
  );
  return row !== undefined;
}

/** Of this order, as the books say. */
async function taxOwed(tx: Tx, orderId: string): Promise<number> {
  const row = await tx.row<{ owed: number }>(
    `SELECT coalesce(-sum(p.amount), 0)::bigint AS owed FROM postings p JOIN journal_entries e ON e.number = p.entry
     WHERE e.order_id = $1 AND p.account = $2`,
    [orderId, accounts.tax],
  );
  return row!.owed;
}

const reversedPostings = (tx: Tx, entry: number) =>
  tx.rows<{ account: string; currency: string; amount: number }>(
    `SELECT account, currency, -amount AS amount, course_id AS "courseId", product_id AS "productId", cohort, jurisdiction
     FROM postings WHERE entry = $1 ORDER BY position`,
    [entry],
  );
