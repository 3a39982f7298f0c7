import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { linkHash, type SealedFact, sealedColumns } from './link-hash.js';

export interface VerifiedFacts {
  facts: number;
  /** The last link, to be kept elsewhere: who rewrites the whole chain cannot keep it. Null while nothing is sealed. */
  head: { seq: number; hash: string } | null;
  /** Facts of the last hours that are not sealed yet. */
  unsealed: number;
  /** The first link that is broken. */
  broken: { seq: number; why: string } | undefined;
}

type Row = Partial<SealedFact> & { seq: number; factId: string; hash: string };

/** Recomputes the chain of facts and names the first row that was dropped, changed or moved. */
@Injectable()
export class VerifyFacts {
  constructor(private readonly db: Database) {}

  /** @param kept a head that was written down before; it must still be there */
  async execute(kept?: { seq: number; hash: string }): Promise<VerifiedFacts> {
    let [before, facts]: [Row | undefined, number] = [undefined, 0];
    let broken: VerifiedFacts['broken'];
    await this.db.transaction(async (tx) => {
      for await (const rows of tx.stream<Row>(chain)) {
        for (const row of rows) {
          broken ??= whyBroken(row, before, kept);
          before = row;
          facts += 1;
        }
      }
    });
    if (kept && !broken && facts < kept.seq)
      broken = { seq: facts + 1, why: 'the chain ends before the head that was kept' };
    const { unsealed } = (await this.db.row<{ unsealed: number }>(
      'SELECT count(*) AS unsealed FROM facts f WHERE NOT EXISTS (SELECT FROM fact_chain c WHERE c.fact_id = f.id)',
    ))!;
    const head = before ? { seq: (before as Row).seq, hash: (before as Row).hash } : null;
    return { facts, head, unsealed, broken };
  }
}

const chain = `SELECT c.seq, c.fact_id AS "factId", c.hash, ${sealedColumns}
  FROM fact_chain c LEFT JOIN facts f ON f.id = c.fact_id ORDER BY c.seq`;

function whyBroken(row: Row, before: Row | undefined, kept?: { seq: number; hash: string }) {
  const { seq, factId, id, name, at, data, hash } = row;
  const expected = (before?.seq ?? 0) + 1;
  const say = (why: string) => ({ seq: Math.min(seq, expected), why });
  if (seq !== expected) return say('this link is missing');
  if (!id) return say(`fact ${factId} was dropped`);
  if (linkHash(before?.hash ?? '', { id, name: name!, at: at!, data: data! }) !== hash)
    return say(`fact ${factId} was changed or moved`);
  if (kept?.seq === seq && kept.hash !== hash) return say('it is not the head that was kept');
  return undefined;
}
