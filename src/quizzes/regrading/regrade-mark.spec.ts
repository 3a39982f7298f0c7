import fc from 'fast-check';
import { policies, regradeMark } from './regrade-mark.js';

const possible = 10;
const marked = fc.record({
  awarded: fc.integer({ min: 0, max: possible * 4 }).map((quarters) => quarters / 4),
  critical: fc.constantFrom(null, 'harm'),
  finding: fc.constant(null),
});
const rest = fc
  .integer({ min: 0, max: 40 })
  .chain((of) => fc.record({ awarded: fc.integer({ min: 0, max: of }), possible: fc.constant(of) }));

describe('a mark after a regrade', () => {
  it('is never above its marks nor below nothing, whatever the policy', () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), marked, marked, rest, (policy, old, rescored, others) => {
        const { awarded } = regradeMark({ policy, possible, old, rescored, rest: others });
        expect(awarded >= 0 && awarded <= possible).toBe(true);
      }),
    );
  });

  it('is never lower with the best of both, and never newly critical', () => {
    fc.assert(
      fc.property(marked, marked, rest, (old, rescored, others) => {
        const best = regradeMark({ policy: 'best', possible, old, rescored, rest: others });
        expect(best.awarded >= old.awarded && best.awarded >= rescored.awarded).toBe(true);
        if (!old.critical) expect(best.critical).toBeNull();
      }),
    );
  });

  it('of a dropped question leaves the percentage of the rest, and never lowers it', () => {
    fc.assert(
      fc.property(marked, rest, (old, others) => {
        fc.pre(others.possible > 0);
        const { awarded } = regradeMark({ policy: 'drop', possible, old, rescored: undefined, rest: others });
        const share = (others.awarded + awarded) / (others.possible + possible);
        expect(share).toBeCloseTo(others.awarded / others.possible, 4);
        expect(share).toBeGreaterThanOrEqual(others.awarded / others.possible - 1e-12);
      }),
    );
  });

  it('of the only question of a paper that is dropped is full', () => {
    const old = { awarded: 0, critical: 'harm', finding: null };
    const others = { awarded: 0, possible: 0 };
    expect(regradeMark({ policy: 'drop', possible, old, rescored: undefined, rest: others })).toEqual({
      ...{ awarded: 10, critical: null, finding: null },
    });
  });
});
