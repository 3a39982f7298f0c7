import fc from 'fast-check';
import { covers, isOpenAt } from './window.js';

const at = (instant: number) => new Date(instant);
const noon = Date.UTC(2026, 11, 1, 12);

describe('a window', () => {
  const window = { startsAt: at(noon), endsAt: at(noon + 1000) };

  it('contains its start and not its end', () => {
    expect(isOpenAt(window, at(noon - 1))).toBe(false);
    expect(isOpenAt(window, at(noon))).toBe(true);
    expect(isOpenAt(window, at(noon + 999))).toBe(true);
    expect(isOpenAt(window, at(noon + 1000))).toBe(false);
  });

  it('without an end stays open', () => {
    expect(isOpenAt({ startsAt: at(noon), endsAt: null }, at(noon * 2))).toBe(true);
  });
});

describe('windows together', () => {
  const windows = fc.array(
    fc.record({ start: fc.integer({ min: 0, max: 20 }), length: fc.option(fc.integer({ min: 1, max: 20 })) }),
    { maxLength: 5 },
  );

  it('cover a stretch exactly when each of its instants lies in one of them', () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 }), (parts, from, length) => {
        const list = parts.map((part) => ({
          startsAt: at(part.start),
          endsAt: part.length === null ? null : at(part.start + part.length),
        }));
        const instants = Array.from({ length }, (_, index) => at(from + index));
        const each = instants.every((instant) => list.some((window) => isOpenAt(window, instant)));
        expect(covers(list, at(from), at(from + length))).toBe(each);
      }),
    );
  });
});
