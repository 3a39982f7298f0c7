import fc from 'fast-check';
import { addMonths, nextCycle, validUntil } from './next-cycle.js';

const at = (text: string) => new Date(`${text}T12:00:00.000Z`);
const asked = { renewal: { hours: 20, byProfession: {}, categories: {}, windowMonths: 6 } };
const latest = (end: string, revokedAt: Date | null = null) => ({ cycle: 2, validUntil: at(end), revokedAt });

describe('the cycle one may apply for', () => {
  it('is the first for who has no certificate', () => {
    expect(nextCycle(undefined, asked, at('2026-01-01'))).toEqual({ kind: 'initial', cycle: 1 });
  });

  it.each([
    ['a day before the window opens', '2027-06-14', { notBefore: at('2027-06-15') }],
    ['at the instant the window opens', '2027-06-15', { kind: 'renewal', cycle: 3 }],
    ['on the last day', '2027-12-15', { kind: 'renewal', cycle: 3 }],
    ['within the months after the end', '2028-06-14', { kind: 'renewal', cycle: 3 }],
    ['later than that: all requirements again', '2028-06-15', { kind: 'initial', cycle: 3 }],
  ])('%s', (_, now, expected) => expect(nextCycle(latest('2027-12-15'), asked, at(now))).toEqual(expected));

  it('is a new start after a revocation, whatever time is left', () => {
    const revoked = latest('2027-12-15', at('2026-02-01'));
    expect(nextCycle(revoked, asked, at('2026-03-01'))).toEqual({ kind: 'initial', cycle: 3 });
  });
});

describe('the end of a certificate', () => {
  it('is on the same day of a later month, or on its last day', () => {
    expect(addMonths(at('2024-01-31'), 1)).toEqual(at('2024-02-29'));
    expect(addMonths(at('2024-02-29'), 12)).toEqual(at('2025-02-28'));
    expect(addMonths(at('2026-11-23'), 24)).toEqual(at('2028-11-23'));
    expect(addMonths(at('2026-03-31'), -1)).toEqual(at('2026-02-28'));
  });

  it('is counted from the end of the one before when that is still to come, from the issue otherwise', () => {
    expect(validUntil(at('2026-11-23'), 24, at('2027-03-01'))).toEqual(at('2029-03-01'));
    expect(validUntil(at('2026-11-23'), 24, at('2026-03-01'))).toEqual(at('2028-11-23'));
    expect(validUntil(at('2026-11-23'), 24, null)).toEqual(at('2028-11-23'));
  });

  it('never skips a month and never moves back', () => {
    const day = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (from, months) => {
        const moved = addMonths(from, months);
        const passed = (moved.getUTCFullYear() - from.getUTCFullYear()) * 12 + moved.getUTCMonth() - from.getUTCMonth();
        expect(passed).toBe(months);
        expect(moved.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate());
      }),
    );
  });
});
