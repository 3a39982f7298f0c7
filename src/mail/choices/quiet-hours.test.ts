import fc from 'fast-check';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { zones } from '../../shared/index.js';
import { quietUntil } from './quiet-hours.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
}, 60_000);
afterAll(() => app.close());

const sql = `SELECT ${quietUntil('$1::timestamptz', { zone: '$2', from: '$3', to: '$4' })} AS until`;
async function until(at: string, zone: string, from: string, to: string): Promise<string | null> {
  const row = await app.db.row<{ until: Date | null }>(sql, [at, zone, from, to]);
  return row!.until?.toISOString() ?? null;
}

/** What a clock on the wall shows there: HH:MM. */
const wall = (at: Date, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at);
const lies = (time: string, from: string, to: string) =>
  from <= to ? from <= time && time < to : time >= from || time < to;

describe('the end of quiet hours', () => {
  it.each([
    ['late in the evening', '2026-11-22T22:30:00Z', '21:00', '08:00', '2026-11-23T08:00:00.000Z'],
    ['before the morning', '2026-11-22T03:00:00Z', '21:00', '08:00', '2026-11-22T08:00:00.000Z'],
    ['with the last minute over', '2026-11-22T08:00:00Z', '21:00', '08:00', null],
    ['with the first minute begun', '2026-11-22T21:00:00Z', '21:00', '08:00', '2026-11-23T08:00:00.000Z'],
    ['within one day', '2026-11-22T13:00:00Z', '12:00', '14:00', '2026-11-22T14:00:00.000Z'],
    ['when none are quiet', '2026-11-22T12:00:00Z', '12:00', '12:00', null],
  ])('is right %s', async (_, at, from, to, end) => {
    expect(await until(at, 'UTC', from, to)).toBe(end);
  });

  it('is the eighth hour of the wall also in the night in which the clock is changed', async () => {
    expect(await until('2026-03-28T22:00:00Z', 'Europe/Berlin', '21:00', '08:00')).toBe('2026-03-29T06:00:00.000Z');
    expect(await until('2026-10-24T20:00:00Z', 'Europe/Berlin', '21:00', '08:00')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('is in the future, and never while the wall shows a quiet minute, in every zone and year', async () => {
    const minute = fc.integer({ min: 0, max: 1439 }).map((n) => {
      const [hour, rest] = [Math.floor(n / 60), n % 60].map((part) => String(part).padStart(2, '0'));
      return `${hour}:${rest}`;
    });
    const at = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(at, fc.constantFrom(...zones), minute, minute, async (when, zone, from, to) => {
        const end = await until(when.toISOString(), zone, from, to);
        expect(end !== null).toBe(lies(wall(when, zone), from, to));
        if (end) expect(new Date(end).getTime()).toBeGreaterThan(when.getTime());
        if (end) expect(new Date(end).getTime() - when.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
      }),
      { numRuns: 300, seed: 7 },
    );
  }, 30_000);

  it('can be asked for every zone that the form offers', async () => {
    const known = await app.db.rows(`SELECT now() AT TIME ZONE zone AS local FROM unnest($1::text[]) AS zone`, [zones]);
    expect(known).toHaveLength(zones.length);
  });
});
