import fc from 'fast-check';
import type { PoolQuestion, StoredBody } from '../../questions/index.js';
import { drawPaper as drawByBlueprint } from './draw-paper.js';
import { freezePaper } from './paper.js';

const drawPaper = (pool: PoolQuestion[], count: number, seed: number) =>
  drawByBlueprint(pool, [{ pool: 'pool', count }], seed);
const question = (at: number, options: number): PoolQuestion => ({
  ...{ pool: 'pool', questionId: `i-${at}`, topic: 't', difficulty: 'moderate', cognitive: 'recall', critical: false },
  slug: `q-${String(at).padStart(3, '0')}`,
  versionId: `v-${at}`,
  type: options === 0 ? 'trueFalse' : 'single',
  marks: (at % 3) + 1,
  body: { text: '', options: Array.from({ length: options }, (_, n) => ({ id: `o-${n}`, text: '' })) } as StoredBody,
});
const pools = fc
  .array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 })
  .map((sizes) => sizes.map((options, at) => question(at, options)));
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('drawing a paper', () => {
  it('gives the same paper for the same seed, however the pool is ordered', () => {
    fc.assert(
      fc.property(pools, seeds, fc.nat(30), (pool, seed, count) => {
        expect(drawPaper(pool.toReversed(), count, seed)).toEqual(drawPaper(pool, count, seed));
      }),
    );
  });

  it('draws as many as asked, none twice, with all options of each', () => {
    fc.assert(
      fc.property(pools, seeds, fc.nat(40), (pool, seed, count) => {
        const drawn = drawPaper(pool, count, seed);
        expect(drawn).toHaveLength(Math.min(count, pool.length));
        expect(new Set(drawn.map(({ versionId }) => versionId)).size).toBe(drawn.length);
        for (const { versionId, type, parts } of drawn) {
          const { body } = pool.find((each) => each.versionId === versionId)! as unknown as {
            body: { options: { id: string }[] };
          };
          const authored = type === 'single' ? body.options.map(({ id }) => id) : [];
          expect(parts.toSorted()).toEqual(authored);
        }
      }),
    );
  });

  it('draws every question, and every first option, about equally often', () => {
    const pool = Array.from({ length: 10 }, (_, at) => question(at, 4));
    const drawn = Array.from({ length: 4000 }, (_, seed) => drawPaper(pool, 5, seed * 7919)).flat();
    const counts = (names: string[]) => [...Map.groupBy(names, (name) => name).values()].map((group) => group.length);
    for (const times of counts(drawn.map(({ versionId }) => versionId)))
      expect(Math.abs(times - 2000)).toBeLessThan(200);
    for (const times of counts(drawn.map(({ parts }) => parts[0]!))) expect(Math.abs(times - 5000)).toBeLessThan(350);
  });

  it('keeps the same drawing for a seed for ever: this paper was drawn when the algorithm got its name', () => {
    const pool = Array.from({ length: 6 }, (_, at) => question(at, 3));
    const paper = drawPaper(pool, 3, 20261122).map(({ versionId, parts }) => `${versionId}:${parts.join()}`);
    expect(paper).toMatchInlineSnapshot(`
      [
        "v-3:o-0,o-2,o-1",
        "v-4:o-1,o-2,o-0",
        "v-2:o-2,o-1,o-0",
      ]
    `);
  });

  it('freezes it under ids that tell nothing and differ between two attempts', () => {
    const drawn = drawPaper([question(1, 4)], 1, 5);
    const [one, two] = [freezePaper(drawn), freezePaper(drawn)].map(([first]) => first!);
    expect(one!.id).not.toBe(two!.id);
    expect(one!.slots.map(({ part }) => part)).toEqual(two!.slots.map(({ part }) => part));
    const ids = [one, two].flatMap((each) => each!.slots.map(({ id }) => id));
    expect(new Set(ids).size).toBe(8);
    expect(ids.join()).not.toContain('o-');
  });
});
