import { Injectable, Logger } from '@nestjs/common';
import type { BalanceMove } from '../../checkout/index.js';
import { Database, type Tx } from '../../database/index.js';
import { moveColumns } from '../cash/transaction.js';
import { isSale, PlaceMovements } from './place-movements.js';
import { isPlaced, type Placed, type Unplaced } from './placed.js';
import { WriteMovements } from './write-movements.js';

/** How many movements are booked in one transaction. */
const batch = 200;

type Waiting = BalanceMove & { waitedSeconds: number };

/**
 * Books what Stripe's balance brought and what is not booked yet, in the order in which it happened there. One at a time over
 * all nodes; a movement that fails is noted with its reason and does not hold up the others.
 */
@Injectable()
export class PostUnposted {
  private readonly logger = new Logger('Books');

  constructor(
    private readonly db: Database,
    private readonly movements: PlaceMovements,
    private readonly writing: WriteMovements,
  ) {}

  /** @returns how many were booked */
  async execute(): Promise<number> {
    let posted = 0;
    let after: Waiting | undefined;
    for (;;) {
      const waiting = await this.waiting(after);
      if (waiting.length === 0) return posted;
      posted += await this.post(waiting);
      after = waiting.at(-1);
    }
  }

  private waiting(after: Waiting | undefined): Promise<Waiting[]> {
    return this.db.rows<Waiting>(
      `SELECT ${moveColumns}, extract(epoch FROM now() - u.since)::float AS "waitedSeconds"
       FROM unposted_transactions u JOIN balance_transactions b USING (id)
       WHERE $1::timestamptz IS NULL OR (u.at, u.id) > ($1, $2::text) ORDER BY u.at, u.id LIMIT $3`,
      [after?.at ?? null, after?.id ?? null, batch],
    );
  }

  private async post(waiting: readonly Waiting[]): Promise<number> {
    try {
      return await this.db.transaction((tx) => this.together(tx, waiting));
    } catch (error) {
      if (waiting.length > 1) {
        let posted = 0;
        for (const one of waiting) posted += await this.post([one]);
        return posted;
      }
      await this.failed(waiting[0]!, error);
      return 0;
    }
  }

  private async together(tx: Tx, waiting: readonly Waiting[]): Promise<number> {
    const open = await this.writing.claim(tx, waiting);
    let posted = 0;
    for (const run of runsOf(inOrder(open))) {
      const placed = isSale(run[0]!) ? await this.movements.sales(tx, run) : [await this.movements.one(tx, run[0]!)];
      posted += await this.writing.write(tx, run, placed.map(inSight));
    }
    return posted;
  }

  private async failed({ id }: Waiting, error: unknown): Promise<void> {
    this.logger.error({ msg: 'a movement on the balance could not be booked', transaction: id, err: error });
    const problem = error instanceof Error ? error.message : String(error);
    await this.db.rows('UPDATE unposted_transactions SET problem = $2 WHERE id = $1', [id, problem]);
  }
}

const inSight = (placed: Placed | Unplaced): Placed | string => (isPlaced(placed) ? placed : placed.problem);

/** What happened in the same second: sales first, for the rest is about them. */
const inOrder = <M extends BalanceMove>(moves: readonly M[]): M[] =>
  moves.toSorted((a, b) => a.at.getTime() - b.at.getTime() || Number(isSale(b)) - Number(isSale(a)));

/** Sales that follow each other are booked together; everything else one by one, for it builds on what came before. */
function runsOf<M extends BalanceMove>(moves: readonly M[]): M[][] {
  const runs: M[][] = [];
  for (const move of moves) {
    const last = runs.at(-1);
    if (last && isSale(move) && isSale(last[0]!)) last.push(move);
    else runs.push([move]);
  }
  return runs;
}
