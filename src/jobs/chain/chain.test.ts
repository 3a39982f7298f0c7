import { testApp, type TestApp } from '../../../test/support/index.js';
import { ChainFacts } from './chain-facts.js';
import { VerifyFacts } from './verify-facts.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
}, 60_000);
afterAll(() => app.close());

let number = 0;
const happen = (count: number) =>
  app.db.rows(
    `INSERT INTO facts (id, name, data) SELECT gen_random_uuid(), 'test.happened', jsonb_build_object('n', n)
     FROM generate_series($1::int, $1::int + $2::int - 1) AS n`,
    [(number += count), count],
  );
const seal = () => app.get(ChainFacts).recent();
const verify = (kept?: { seq: number; hash: string }) => app.get(VerifyFacts).execute(kept);
class Undo extends Error {}

/** Harm by the owner with the triggers off, as the application cannot do it; undone afterwards. */
async function after(harm: string[]): Promise<string> {
  await app.db.rows('CREATE TABLE facts_before AS SELECT * FROM facts');
  await app.db.rows('CREATE TABLE chain_before AS SELECT * FROM fact_chain');
  const unguarded = (statements: string[]) =>
    app.db.transaction(async (tx) => {
      await tx.rows('SET LOCAL session_replication_role = replica');
      for (const sql of statements) await tx.rows(sql);
    });
  await unguarded(harm);
  const { broken } = await verify();
  await unguarded([
    ...['DELETE FROM facts', 'DELETE FROM fact_chain', 'INSERT INTO facts SELECT * FROM facts_before'],
    ...['INSERT INTO fact_chain SELECT * FROM chain_before', 'DROP TABLE facts_before', 'DROP TABLE chain_before'],
  ]);
  return broken ? `${broken.seq}: ${broken.why}` : 'unbroken';
}

const third = '(SELECT fact_id FROM fact_chain WHERE seq = 3)';

describe('the chain of facts', () => {
  it('holds every fact once, in turns, whatever seals together', async () => {
    await happen(2_500);
    await Promise.all([seal(), seal(), seal(), app.get(ChainFacts).all()]);
    await happen(3);
    expect(await verify()).toMatchObject({ unsealed: 3, broken: undefined });
    await seal();
    const { facts, head, unsealed } = await verify();
    const all = (await app.db.row<{ n: number }>('SELECT count(*) AS n FROM facts'))!.n;
    expect({ facts, head: head!.seq, unsealed }).toEqual({ facts: all, head: all, unsealed: 0 });
  });

  it.each([
    ['edited', `UPDATE facts SET data = '{"n": 0}' WHERE id = ${third}`, /^3: fact .* was changed or moved$/],
    ['renamed', `UPDATE facts SET name = 'other' WHERE id = ${third}`, /^3: fact .* was changed or moved$/],
    [
      'dated back',
      `UPDATE facts SET at = at - interval '1 microsecond' WHERE id = ${third}`,
      /^3: fact .* was changed/,
    ],
    ['dropped', `DELETE FROM facts WHERE id = ${third}`, /^3: fact .* was dropped$/],
    [
      'dropped with its link',
      `WITH gone AS (DELETE FROM fact_chain WHERE seq = 3) DELETE FROM facts WHERE id = ${third}`,
      /^3: this link is missing$/,
    ],
    [
      'moved',
      'UPDATE fact_chain SET seq = seq + 1000000 WHERE seq = 3; UPDATE fact_chain SET seq = 3 WHERE seq = 4; UPDATE fact_chain SET seq = 4 WHERE seq = 1000003',
      /^3: fact .* was changed or moved$/,
    ],
  ])('names the first row that was %s', async (_, harm, said) => {
    expect(await after(harm.split('; '))).toMatch(said);
    expect((await verify()).broken).toBeUndefined();
  });

  it('cannot be written anew from the start or cut short under a head that was kept', async () => {
    const { head } = await verify();
    expect((await verify(head!)).broken).toBeUndefined();
    expect((await verify({ ...head!, hash: '0'.repeat(64) })).broken).toEqual({
      seq: head!.seq,
      why: 'it is not the head that was kept',
    });
    expect((await verify({ seq: head!.seq + 5, hash: head!.hash })).broken!.why).toContain('ends before the head');
  });

  it('leaves an undone transaction unsealed', async () => {
    const { facts } = await verify();
    await app.db
      .transaction(async (tx) => {
        await tx.rows(`INSERT INTO facts (id, name, data) VALUES (gen_random_uuid(), 'test.undone', '{}')`);
        await seal();
        throw new Undo();
      })
      .catch(() => undefined);
    await seal();
    expect((await verify()).facts).toBe(facts);
  });
});
