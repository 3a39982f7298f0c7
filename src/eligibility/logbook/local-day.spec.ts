import fc from 'fast-check';
import { isZone, localDay, wrongDay } from './local-day.js';

const at = (text: string) => new Date(text);
const after = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe('the day of a procedure', () => {
  it('is the one of where it was done', () => {
    const now = at('2026-03-01T02:00:00Z');
    expect(localDay(now, 'America/Los_Angeles')).toBe('2026-02-28');
    expect(localDay(now, 'Pacific/Auckland')).toBe('2026-03-01');
    expect(localDay(at('2026-03-29T23:30:00Z'), 'Europe/Dublin')).toBe('2026-03-30');
  });

  it('is at most 14 days back and never ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (days) => {
        const wrong = wrongDay(after('2026-03-29', -days), '2026-03-29');
        expect(wrong === undefined).toBe(days >= 0 && days <= 14);
      }),
    );
  });

  it('needs a place with a clock, not an offset', () => {
    for (const zone of ['Europe/Dublin', 'UTC', 'America/St_Johns']) expect(isZone(zone)).toBe(true);
    for (const zone of ['+14:00', 'Nowhere/Land', '']) expect(isZone(zone)).toBe(false);
  });
});
