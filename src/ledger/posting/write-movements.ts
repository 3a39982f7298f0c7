import { Injectable } from '@nestjs/common';
import type { BalanceMove } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { Deferrals } from '../deferred/deferrals.js';
import { lockJournal, PostEntries } from '../journal/post-entries.js';
import { countSales } from './count-sales.js';
import { entryOf, type Placed, suspenseOf } from './placed.js';

/** How long a movement may wait for what explains it before it goes into suspense. */
const patienceSeconds = 15 * 60;

type Waiting = BalanceMove & { waitedSeconds: number };

/** Writes what movements turned out to be, and takes them from the list of those that wait. */
@Injectable()
export class WriteMovements {
  constructor(
    private readonly posting: PostEntries,
    private readonly deferrals: Deferrals,
  ) {}

  /** Those of them that still wait, held. */
  async claim(tx: Tx, waiting: readonly Waiting[]): Promise<Waiting[]> {
    await lockJournal(tx);
    const rows = await tx.rows<{ id: string }>('SELECT id FROM unposted_transactions WHERE id = ANY($1::text[])', [
      waiting.map(({ id }) => id),
    ]);
    const open = new Set(rows.map(({ id }) => id));
    return waiting.filter(({ id }) => open.has(id));
  }

  /** `placed`: of each movement what it is, or why nobody knows yet. @returns how many were booked */
  async write(tx: Tx, moves: readonly Waiting[], placed: readonly (Placed | string)[]): Promise<number> {
    const both = moves.map((move, index) => ({ move, what: placed[index]! }));
    const known = both.flatMap(({ move, what }) => (typeof what === 'string' ? [] : [{ move, what }]));
    await this.book(tx, known);
    const lost = both.filter(({ move, what }) => typeof what === 'string' && move.waitedSeconds >= patienceSeconds);
    await this.suspend(
      tx,
      lost.map(({ move }) => move),
    );
    const done = [...known, ...lost].map(({ move }) => move.id);
    await tx.rows('DELETE FROM unposted_transactions WHERE id = ANY($1::text[])', [done]);
    await noteProblems(tx, both);
    return done.length;
  }

  private async book(tx: Tx, known: readonly { move: BalanceMove; what: Placed }[]): Promise<void> {
    // What moved nothing leaves no entry.
    const real = known.filter(({ move }) => move.amount !== 0 || move.fee !== 0);
    const numbers = await this.posting.post(
      tx,
      real.map(({ move, what }) => entryOf(move, what)),
    );
    await this.deferrals.move(
      tx,
      real.flatMap(({ what }, index) => what.moves.map((each) => ({ ...each, entry: numbers[index]! }))),
    );
    await countSales(
      tx,
      real.flatMap(({ what }) => what.sold ?? []),
    );
  }

  private async suspend(tx: Tx, moves: readonly BalanceMove[]): Promise<void> {
    const numbers = await this.posting.post(tx, moves.map(suspenseOf));
    await tx.rows('INSERT INTO suspense_items (transaction_id, entry) SELECT * FROM unnest($1::text[], $2::bigint[])', [
      moves.map(({ id }) => id),
      numbers,
    ]);
  }
}

async function noteProblems(tx: Tx, both: readonly { move: Waiting; what: Placed | string }[]): Promise<void> {
  const waits = both.filter(({ what }) => typeof what === 'string');
  if (waits.length === 0) return;
  await tx.rows(
    `UPDATE unposted_transactions u SET problem = w.problem FROM unnest($1::text[], $2::text[]) AS w (id, problem)
     WHERE u.id = w.id AND u.problem IS DISTINCT FROM w.problem`,
    [waits.map(({ move }) => move.id), waits.map(({ what }) => what)],
  );
}
