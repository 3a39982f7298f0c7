import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Every } from '../marks.js';
import { linkHash, type SealedFact, sealedColumns } from './link-hash.js';

const atOnce = 1_000;

/**
 * Seals facts into a chain, moments after they were written: writing them waits for nobody, and one node at a time seals. A
 * fact that was committed late is found by the look at all of them each night.
 */
@Injectable()
export class ChainFacts {
  constructor(private readonly db: Database) {}

  @Every('* * * * *', 'jobs.chain-facts')
  async recent(): Promise<void> {
    await this.execute(`f.at > now() - interval '1 hour'`);
  }

  @Every('11 3 * * *', 'jobs.chain-late-facts')
  async all(): Promise<void> {
    await this.execute('true');
  }

  private async execute(which: string): Promise<void> {
    let sealed: number;
    do sealed = await this.db.transaction((tx) => this.seal(tx, which));
    while (sealed === atOnce);
  }

  private async seal(tx: Tx, which: string): Promise<number> {
    await tx.lock('jobs.fact-chain');
    const last = await tx.row<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM fact_chain ORDER BY seq DESC LIMIT 1',
    );
    const facts = await tx.rows<SealedFact>(
      `SELECT ${sealedColumns} FROM facts f
       WHERE ${which} AND NOT EXISTS (SELECT FROM fact_chain c WHERE c.fact_id = f.id) ORDER BY f.at, f.id LIMIT ${atOnce}`,
    );
    let hash = last?.hash ?? '';
    const hashes = facts.map((fact) => (hash = linkHash(hash, fact)));
    await tx.rows(
      `INSERT INTO fact_chain (seq, fact_id, hash)
       SELECT $1::bigint + n, id, hash FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS link (id, hash, n)`,
      [last?.seq ?? 0, facts.map(({ id }) => id), hashes],
    );
    return facts.length;
  }
}
