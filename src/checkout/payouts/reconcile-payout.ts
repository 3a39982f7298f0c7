import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import { type BalanceMove, isPartOf, type PayoutState, type Verdict, verdictOf } from './payout.js';

/** Between pages of a long payout: at most ten lists a second. */
const pause = 100;

/** Asks Stripe about a payout and, once Stripe knows all of its transactions, whether they make it up. Safe to repeat. */
@Injectable()
export class ReconcilePayout {
  private readonly logger = new Logger('Payouts');

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: Facts,
    private readonly stripe: StripeGateway,
  ) {}

  async execute(payoutId: string): Promise<Verdict> {
    const readAt = await this.clock.now();
    const payout = await this.stripe.readPayout(payoutId);
    const moves = payout.isReconcilable ? await this.movesOf(payout.id) : null;
    return this.db.transaction((tx) => this.record(tx, payout, moves, readAt));
  }

  private async movesOf(payoutId: string): Promise<BalanceMove[]> {
    const moves: BalanceMove[] = [];
    let after: string | undefined;
    do {
      const page = await this.stripe.payoutMoves(payoutId, after);
      moves.push(...page.moves.filter((move) => isPartOf(move, payoutId)));
      after = page.next;
      if (after) await setTimeout(pause);
    } while (after);
    return moves;
  }

  private async record(tx: Tx, payout: PayoutState, moves: BalanceMove[] | null, readAt: Date): Promise<Verdict> {
    await tx.lock(`payout:${payout.id}`);
    if (await keepState(tx, payout, readAt)) this.facts.record(tx, 'payout.moved', { payoutId: payout.id });
    const net = moves && moves.reduce((sum, move) => sum + move.net, 0);
    const verdict = verdictOf({ ...payout, transactionsNet: net });
    if (moves && net !== null) {
      await keepMoves(tx, payout.id, moves);
      const isNews = await tx.row(
        `UPDATE payouts SET reconciled_at = $2, transactions_net = $3
         WHERE id = $1 AND transactions_net IS DISTINCT FROM $3 RETURNING id`,
        [payout.id, readAt, net],
      );
      if (isNews) this.facts.record(tx, 'payout.reconciled', { payoutId: payout.id, verdict });
    }
    if (verdict === 'difference') {
      this.logger.error({ msg: 'a payout is not the sum of its transactions', payout: payout.id, net });
    }
    return verdict;
  }
}

/**
 * A look that began earlier than the one that is kept says nothing new.
 * @returns whether its status is another than before
 */
async function keepState(tx: Tx, payout: PayoutState, readAt: Date): Promise<boolean> {
  const before = await tx.row<{ status: string }>('SELECT status FROM payouts WHERE id = $1', [payout.id]);
  const kept = await tx.row<{ status: string }>(
    `INSERT INTO payouts (id, amount, currency, status, is_automatic, failure, created_at, arrives_at, read_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, failure = excluded.failure,
       arrives_at = excluded.arrives_at, read_at = excluded.read_at WHERE payouts.read_at <= excluded.read_at
     RETURNING status`,
    [
      payout.id,
      payout.amount,
      payout.currency,
      payout.status,
      payout.isAutomatic,
      payout.failure,
      payout.createdAt,
      payout.arrivesAt,
      readAt,
    ],
  );
  return kept !== undefined && kept.status !== before?.status;
}

async function keepMoves(tx: Tx, payoutId: string, moves: BalanceMove[]): Promise<void> {
  await tx.rows(
    `INSERT INTO payout_transactions (payout_id, id, type, category, source, amount, fee, net, currency, at)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[],
       $9::text[], $10::timestamptz[]) ON CONFLICT (id) DO NOTHING`,
    [
      payoutId,
      moves.map((move) => move.id),
      moves.map((move) => move.type),
      moves.map((move) => move.category),
      moves.map((move) => move.source),
      moves.map((move) => move.amount),
      moves.map((move) => move.fee),
      moves.map((move) => move.net),
      moves.map((move) => move.currency),
      moves.map((move) => move.at),
    ],
  );
}
