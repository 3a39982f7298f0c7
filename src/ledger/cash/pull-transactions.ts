import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { BalanceGateway, type BalanceMove } from '../../checkout/index.js';
import { Database, type Tx } from '../../database/index.js';
import { Clock, newId } from '../../shared/index.js';

/** Between pages: at most ten lists a second. */
const pause = 100;
/** How far before the last one we look again: Stripe's list may fill in behind its newest lines. */
const overlapSeconds = 300;

/**
 * Takes over what moved on the balance at Stripe since the last look that came to its end: Stripe lists the newest first,
 * so a look that was cut off has holes behind it. Safe to repeat; each movement is kept once.
 */
@Injectable()
export class PullTransactions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly stripe: BalanceGateway,
  ) {}

  /** `since`: look again from there. @returns how many were new */
  async execute(since?: Date): Promise<number> {
    const begunAt = await this.clock.now();
    const from = since ?? (await this.seenUntil());
    let until: Date | null = null;
    let added = 0;
    let after: string | undefined;
    do {
      const page = await this.stripe.movesSince(from, after);
      until ??= page.moves[0]?.at ?? null;
      if (page.moves.length > 0) added += await this.db.transaction((tx) => keep(tx, page.moves));
      after = page.next;
      if (after) await setTimeout(pause);
    } while (after);
    await this.db.rows('INSERT INTO balance_pulls (id, begun_at, since, until, added) VALUES ($1, $2, $3, $4, $5)', [
      newId(),
      begunAt,
      from,
      until,
      added,
    ]);
    return added;
  }

  private async seenUntil(): Promise<Date | null> {
    const row = await this.db.row<{ at: Date | null }>(
      `SELECT max(until) - make_interval(secs => $1) AS at FROM balance_pulls`,
      [overlapSeconds],
    );
    return row!.at;
  }
}

async function keep(tx: Tx, moves: readonly BalanceMove[]): Promise<number> {
  const rows = await tx.rows(
    `WITH added AS (
       INSERT INTO balance_transactions (id, type, category, source, description, amount, fee, net, currency, exchange_rate, at)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[],
         $8::bigint[], $9::text[], $10::numeric[], $11::timestamptz[])
       ON CONFLICT (id) DO NOTHING RETURNING id, at
     )
     INSERT INTO unposted_transactions (id, at) SELECT id, at FROM added RETURNING id`,
    [
      moves.map(({ id }) => id),
      moves.map(({ type }) => type),
      moves.map(({ category }) => category),
      moves.map(({ source }) => source),
      moves.map(({ description }) => description),
      moves.map(({ amount }) => amount),
      moves.map(({ fee }) => fee),
      moves.map(({ net }) => net),
      moves.map(({ currency }) => currency),
      moves.map(({ exchangeRate }) => exchangeRate),
      moves.map(({ at }) => at),
    ],
  );
  return rows.length;
}
