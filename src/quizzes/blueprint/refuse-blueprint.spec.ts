import fc from 'fast-check';
import type { PoolQuestion } from '../../questions/index.js';
import { mostApart } from './cover-cells.js';
import { wrongCells } from './refuse-blueprint.js';

const question = (slug: string, topic: string, difficulty = 'easy'): PoolQuestion => ({
  ...{ pool: 'p', questionId: slug, slug, versionId: slug, type: 'single', topic, difficulty },
  ...{ cognitive: 'recall', critical: false, marks: 1 },
});
const pool = [question('a', 'x'), question('b', 'x'), question('c', 'y'), question('d', 'y', 'hard')];
const wrong = (sections: object[], enemies: [string, string][] = []) =>
  wrongCells(sections as never, ['p'], { pool, enemies });

describe('a blueprint', () => {
  it('stands when every cell and all of them together can be filled', () => {
    expect(
      wrong([
        { pool: 'p', topic: 'x', count: 2 },
        { pool: 'p', count: 2 },
      ]),
    ).toEqual({});
  });

  it('is refused at the cell that asks for more than there is', () => {
    expect(
      wrong([
        { pool: 'p', topic: 'x', count: 1 },
        { pool: 'p', difficulty: 'hard', count: 2 },
      ]),
    ).toEqual({
      'sections.1.count': 'Only 1 question can be drawn here.',
    });
  });

  it('is refused at the cell whose questions are enemies', () => {
    expect(wrong([{ pool: 'p', topic: 'x', count: 2 }], [['a', 'b']])).toEqual({
      'sections.0.count': 'Of 2, only 1 can stand in one paper: the others are enemies.',
    });
  });

  it('is refused as a whole when cells share their questions or enemies stand in two of them', () => {
    const whole = { '': expect.stringContaining('not all of them in one paper') };
    expect(
      wrong([
        { pool: 'p', topic: 'x', count: 2 },
        { pool: 'p', difficulty: 'easy', count: 2 },
      ]),
    ).toEqual(whole);
    const enemies: [string, string][] = [
      ['a', 'c'],
      ['b', 'c'],
    ];
    const cells = [
      { pool: 'p', topic: 'x', count: 1 },
      { pool: 'p', topic: 'y', difficulty: 'easy', count: 1 },
    ];
    expect(wrong(cells, enemies)).toEqual(whole);
  });

  it('names cells that stand twice or have no pool, and leaves out what asks for nothing', () => {
    expect(
      wrong([
        { pool: 'p', count: 1 },
        { pool: 'p', count: 1 },
      ]),
    ).toEqual({
      'sections.1.count': 'This cell stands above already.',
    });
    expect(wrong([{ pool: '', count: 1 }])).toEqual({ 'sections.0.pool': 'Choose a pool.' });
    expect(wrong([{ pool: '', count: 0 }])).toEqual({ '': 'Ask for at least one question.' });
  });
});

describe('how many questions can stand together', () => {
  it('is never more than can be, and all where nobody has an enemy', () => {
    const id = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id).filter(([a, b]) => a !== b)), (pairs) => {
        const ids = [...'01234567'];
        const named = pairs.map(([a, b]): [string, string] => [String(a), String(b)]);
        const taken = mostApart(ids, named);
        let best = 0;
        for (let set = 0; set < 256; set += 1) {
          const isFree = pairs.every(([a, b]) => !(set & (1 << a) && set & (1 << b)));
          if (isFree) best = Math.max(best, [...ids].filter((each) => set & (1 << Number(each))).length);
        }
        expect(taken).toBeLessThanOrEqual(best);
        expect(taken).toBeGreaterThan(0);
        if (pairs.length <= 2) expect(taken).toBe(best);
      }),
    );
  });
});
