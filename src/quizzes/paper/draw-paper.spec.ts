import fc from 'fast-check';
import type { PoolQuestion } from '../../questions/index.js';
import { drawPaper as drawByRules } from './draw-paper.js';
import type { DrawRules } from './choose-questions.js';
import { freezePaper } from './paper.js';

interface Known extends PoolQuestion {
  options: number;
}
const drawPaper = async (pool: Known[], count: number, seed: number, more: Partial<DrawRules> = {}) =>
  drawByRules(
    pool,
    { blueprint: [{ pool: 'pool', count }], seen: [], overexposed: [], enemies: [], ...more },
    seed,
    (ids) =>
      Promise.resolve(
        Object.fromEntries(
          ids.map((id) => {
            const { options } = pool.find(({ versionId }) => versionId === id)!;
            return [id, { text: '', options: Array.from({ length: options }, (_, n) => ({ id: `o-${n}`, text: '' })) }];
          }),
        ),
      ),
  );
const question = (at: number, options: number, more: Partial<Known> = {}): Known => ({
  ...{ pool: 'pool', questionId: `i-${at}`, topic: 't', difficulty: 'moderate', cognitive: 'recall', critical: false },
  slug: `q-${String(at).padStart(3, '0')}`,
  versionId: `v-${at}`,
  type: options === 0 ? 'trueFalse' : 'single',
  marks: (at % 3) + 1,
  options,
  ...more,
});
const pools = fc
  .array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 })
  .map((sizes) => sizes.map((options, at) => question(at, options)));
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const five = (pool: Known[], seed: number, more: Partial<DrawRules> = {}) => drawPaper(pool, 5, seed, more);
const ids = (drawn: { versionId: string }[] | undefined) => drawn!.map(({ versionId }) => versionId.replace('v', 'i'));

describe('drawing a paper', () => {
  it('gives the same paper for the same seed, however the pool is ordered', async () => {
    await fc.assert(
      fc.asyncProperty(pools, seeds, fc.integer({ min: 1, max: 30 }), async (pool, seed, count) => {
        expect(await drawPaper(pool.toReversed(), count, seed)).toEqual(await drawPaper(pool, count, seed));
      }),
    );
  });

  it('draws as many as asked, none twice, with all options of each; what cannot be filled is not drawn at all', async () => {
    await fc.assert(
      fc.asyncProperty(pools, seeds, fc.integer({ min: 1, max: 40 }), async (pool, seed, count) => {
        const drawn = await drawPaper(pool, count, seed);
        if (count > pool.length) return expect(drawn).toBeUndefined();
        expect(drawn).toHaveLength(count);
        expect(new Set(ids(drawn)).size).toBe(count);
        for (const { versionId, type, parts } of drawn!) {
          const { options } = pool.find((each) => each.versionId === versionId)!;
          expect(parts.toSorted()).toEqual(
            type === 'single' ? Array.from({ length: options }, (_, n) => `o-${n}`) : [],
          );
        }
      }),
    );
  });

  it('draws every question, and every first option, about equally often', async () => {
    const pool = Array.from({ length: 10 }, (_, at) => question(at, 4));
    const drawn = (await Promise.all(Array.from({ length: 4000 }, (_, seed) => five(pool, seed * 7919)))).flatMap(
      (each) => each!,
    );
    const counts = (names: string[]) => [...Map.groupBy(names, (name) => name).values()].map((group) => group.length);
    for (const times of counts(drawn.map(({ versionId }) => versionId)))
      expect(Math.abs(times - 2000)).toBeLessThan(200);
    for (const times of counts(drawn.map(({ parts }) => parts[0]!))) expect(Math.abs(times - 5000)).toBeLessThan(350);
  });

  it('keeps the same drawing for a seed for ever: this paper was drawn when the algorithm got its name', async () => {
    const pool = Array.from({ length: 6 }, (_, at) => question(at, 3));
    const paper = (await drawPaper(pool, 3, 20261122))!.map(({ versionId, parts }) => `${versionId}:${parts.join()}`);
    expect(paper).toMatchInlineSnapshot(`
      [
        "v-4:o-2,o-1,o-0",
        "v-2:o-0,o-1,o-2",
        "v-3:o-0,o-2,o-1",
      ]
    `);
  });

  it('freezes it under ids that tell nothing and differ between two attempts', async () => {
    const drawn = (await drawPaper([question(1, 4)], 1, 5))!;
    const [one, two] = [freezePaper(drawn), freezePaper(drawn)].map(([first]) => first!);
    expect(one!.id).not.toBe(two!.id);
    expect(one!.slots.map(({ part }) => part)).toEqual(two!.slots.map(({ part }) => part));
    const slots = [one, two].flatMap((each) => each!.slots.map(({ id }) => id));
    expect(new Set(slots).size).toBe(8);
    expect(slots.join()).not.toContain('o-');
  });
});

describe('choosing the questions', () => {
  const pool = Array.from({ length: 12 }, (_, at) =>
    question(at, 2, { topic: at < 4 ? 'fillers' : 'toxin', difficulty: at % 2 ? 'hard' : 'easy' }),
  );
  const pairs = fc.uniqueArray(
    fc.tuple(fc.nat(11), fc.nat(11)).filter(([a, b]) => a < b),
    { maxLength: 8 },
  );

  it('never puts enemies into one paper, and finds a way around them if there is one', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, pairs, async (seed, against) => {
        const enemies = against.map(([a, b]): [string, string] => [`i-${a}`, `i-${b}`]);
        const chosen = ids(await five(pool, seed, { enemies }));
        for (const [a, b] of enemies) expect(chosen.includes(a) && chosen.includes(b)).toBe(false);
      }),
    );
    const everyone = pool.flatMap((a, at) =>
      pool.slice(at + 1).map((b): [string, string] => [a.questionId, b.questionId]),
    );
    expect(await five(pool, 1, { enemies: everyone })).toBeUndefined();
  });

  it('takes what this person has not met before what they have, and what is worn out last of all', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.nat(12), fc.nat(12), async (seed, met, worn) => {
        const all = pool.map(({ questionId }) => questionId);
        const [seen, overexposed] = [all.slice(0, met), all.slice(12 - worn)];
        const chosen = ids(await five(pool, seed, { seen, overexposed }));
        const isFresh = (id: string) => !seen.includes(id) && !overexposed.includes(id);
        expect(chosen.filter(isFresh)).toHaveLength(Math.min(5, all.filter(isFresh).length));
        const unworn = all.filter((id) => !overexposed.includes(id)).length;
        expect(chosen.filter((id) => overexposed.includes(id))).toHaveLength(Math.max(0, 5 - unworn));
      }),
    );
  });

  it('fills every section of a blueprint, also when one takes from what another needs', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const blueprint = [
          { pool: 'pool', count: 6 },
          { pool: 'pool', topic: 'fillers', count: 2 },
          { pool: 'pool', topic: 'fillers', difficulty: 'hard' as const, count: 2 },
        ];
        const chosen = ids(await drawPaper(pool, 10, seed, { blueprint }));
        expect(chosen).toHaveLength(10);
        expect(['i-0', 'i-1', 'i-2', 'i-3'].every((id) => chosen.includes(id))).toBe(true);
      }),
    );
  });
});
