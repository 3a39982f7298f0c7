import fc from 'fast-check';
import { admit, mostCredit, type Seen } from './admit.js';
import { lengthOf, reachOf, type Span, united, without } from './spans.js';

const length = 100_000;
const nothing: Seen = { seen: [], credit: 0 };
const span = fc.tuple(fc.integer({ min: -5_000, max: 110_000 }), fc.integer({ min: -5_000, max: 110_000 }));
const told = fc.record({
  spans: fc.array(span, { maxLength: 5 }),
  speed: fc.constantFrom(0.5, 1, 1.25, 1.5, 2),
  passed: fc.integer({ min: -2_000, max: 30_000 }),
});

describe('what counts as seen', () => {
  it('is never more than the time that passed, times the speed, whatever is told', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 20 }), fc.boolean(), (reports, skip) => {
        let state = nothing;
        let time = 0;
        for (const { spans, speed, passed } of reports) {
          const before = lengthOf(state.seen);
          state = admit(state, { spans, speed }, { passed, length, skip });
          time += Math.max(0, passed) * speed;
          expect(lengthOf(state.seen)).toBeGreaterThanOrEqual(before);
          expect(lengthOf(state.seen) + state.credit).toBeLessThanOrEqual(time);
          expect(state.seen).toEqual(united(state.seen));
          expect(state.seen.every(([from, to]) => from >= 0 && to <= length)).toBe(true);
        }
      }),
    );
  });

  it('is nothing more when the same is told again, however often', () => {
    fc.assert(
      fc.property(told, fc.integer({ min: 1, max: 5 }), ({ spans, speed }, times) => {
        const rules = { passed: 300_000, length, skip: true };
        const once = admit(nothing, { spans, speed }, rules);
        let again = once;
        for (let at = 0; at < times; at += 1) again = admit(again, { spans, speed }, { ...rules, passed: 0 });
        if (speed >= 1) expect(again.seen).toEqual(once.seen);
        expect(again.credit).toBeLessThanOrEqual(once.credit);
      }),
    );
  });

  it('is the union of what was told, in any order, where time enough has passed', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const one = admit(nothing, { spans, speed: 2 }, { passed: 300_000, length, skip: true });
        const each = spans
          .toReversed()
          .reduce<Seen>(
            (state, part) => admit(state, { spans: [part], speed: 2 }, { passed: 300_000, length, skip: true }),
            nothing,
          );
        expect(each.seen).toEqual(one.seen);
      }),
    );
  });

  it('has no hole where nothing may be left out', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 20 }), (reports) => {
        let state = nothing;
        for (const { spans, speed, passed } of reports)
          state = admit(state, { spans, speed }, { passed, length, skip: false });
        expect(state.seen.length).toBeLessThanOrEqual(1);
        expect(lengthOf(state.seen)).toBe(reachOf(state.seen));
      }),
    );
  });

  it('closes the gap that a player leaves between its ticks, and no wider one', () => {
    const rules = { passed: 60_000, length, skip: false };
    const begun = admit(nothing, { spans: [[0, 10_000]], speed: 1 }, rules);
    expect(admit(begun, { spans: [[10_900, 12_000]], speed: 1 }, rules).seen).toEqual([[0, 12_000]]);
    expect(admit(begun, { spans: [[11_100, 12_000]], speed: 1 }, rules).seen).toEqual([[0, 10_000]]);
  });

  it('keeps time that was not used for a connection that was lost, up to ten minutes', () => {
    const away = admit(nothing, { spans: [], speed: 2 }, { passed: 3_600_000, length, skip: true });
    expect(away).toEqual({ seen: [], credit: mostCredit });
    expect(admit(away, { spans: [[0, 100_000]], speed: 1 }, { passed: 0, length, skip: true }).seen).toEqual([
      [0, 100_000],
    ]);
  });

  it('takes the first part of what is too much, and the rest when it is told again', () => {
    const first = admit(nothing, { spans: [[0, 10_000]], speed: 1 }, { passed: 4_000, length, skip: true });
    expect(first.seen).toEqual([[0, 4_000]]);
    const rest = admit(first, { spans: [[0, 10_000]], speed: 1 }, { passed: 7_000, length, skip: true });
    expect(rest).toEqual({ seen: [[0, 10_000]], credit: 1_000 });
  });
});

it('what is not among others is found moment by moment', () => {
  const small = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }));
  const has = (spans: readonly Span[], at: number) => spans.some(([from, to]) => from <= at && at < to);
  fc.assert(
    fc.property(small, fc.array(small, { maxLength: 6 }), (one, others) => {
      const left = without(one, united(others));
      for (let at = 0; at < 41; at += 1) expect(has(left, at)).toBe(has([one], at) && !has(others, at));
    }),
  );
});
