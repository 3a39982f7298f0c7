import fc from 'fast-check';
import { isZone, readInstant } from './instant-input.js';

const read = (text: string, zone?: string) => {
  const answer = readInstant(text, zone);
  return 'at' in answer ? answer.at.toISOString() : answer.refusal;
};

describe('an instant somebody types', () => {
  it('may say its own offset', () => {
    expect(read('2026-12-01T09:00:00-05:00')).toBe('2026-12-01T14:00:00.000Z');
    expect(read('2026-12-01T09:00:00.250Z', 'Europe/Paris')).toBe('2026-12-01T09:00:00.250Z');
  });

  it('is otherwise read in the zone beside it', () => {
    expect(read('2026-12-01T09:00')).toBe('2026-12-01T09:00:00.000Z');
    expect(read('2026-12-01 09:00', '-05:00')).toBe('2026-12-01T14:00:00.000Z');
    expect(read('2026-12-01T09:00', 'UTC+5:30')).toBe('2026-12-01T03:30:00.000Z');
    expect(read('2026-12-01T09:00', 'America/New_York')).toBe('2026-12-01T14:00:00.000Z');
    expect(read('2026-07-01T09:00', 'America/New_York')).toBe('2026-07-01T13:00:00.000Z');
    expect(read('2026-07-01T00:30', 'Pacific/Kiritimati')).toBe('2026-06-30T10:30:00.000Z');
  });

  it('is refused when the clocks go forward over it', () => {
    expect(read('2026-03-08T02:30', 'America/New_York')).toMatch(/does not exist in America\/New_York/);
    expect(read('2026-03-08T03:00', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
  });

  it('is refused when the clocks go back over it, unless it says its offset', () => {
    expect(read('2026-11-01T01:30', 'America/New_York')).toMatch(/exists twice/);
    expect(read('2026-11-01T01:30:00-04:00', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(read('2026-11-01T02:00', 'America/New_York')).toBe('2026-11-01T07:00:00.000Z');
  });

  it.each(['', 'tomorrow', '2026-02-30T09:00', '2026-02-30T09:00Z', '2026-12-01', '2026-12-01T25:00', '1764000000'])(
    'is refused as %p',
    (text) => {
      expect(read(text)).toMatch(/^Enter a date and time/);
    },
  );

  it('is refused in a zone that does not exist', () => {
    expect(read('2026-12-01T09:00', 'Mars/Olympus')).toMatch(/^Enter UTC, an offset/);
    expect(['UTC', '+02:00', 'Europe/Berlin', 'America/New_York'].every(isZone)).toBe(true);
    expect(['', 'Berlin', '+25:00', '+02:75', '9'].some(isZone)).toBe(false);
  });

  it('says what a clock in that zone shows', () => {
    const zones = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC');
    const instants = fc
      .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) })
      .map((at) => Math.floor(at / 60_000) * 60_000);
    fc.assert(
      fc.property(instants, zones, (at, timeZone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
        const answer = readInstant(shown, timeZone);
        if ('refusal' in answer) return expect(answer.refusal).toMatch(/exists twice/);
        expect(answer.at.getTime()).toBe(at);
      }),
    );
  });
});
