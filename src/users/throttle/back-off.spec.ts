import fc from 'fast-check';
import { patience, secondsToWait } from './back-off.js';

const now = new Date('2026-12-01T09:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('the wait after failed tries', () => {
  it('is nothing for the first slips', () => {
    expect(secondsToWait({ count: 0, lastAt: null }, patience.account, now)).toBe(0);
    expect(secondsToWait({ count: 4, lastAt: now }, patience.account, now)).toBe(0);
  });

  it('doubles with each further failure', () => {
    const waits = [5, 6, 7, 8].map((count) => secondsToWait({ count, lastAt: now }, patience.account, now));
    expect(waits).toEqual([1, 2, 4, 8]);
  });

  it('runs from the last failure and ends', () => {
    expect(secondsToWait({ count: 8, lastAt: ago(3) }, patience.account, now)).toBe(5);
    expect(secondsToWait({ count: 8, lastAt: ago(8) }, patience.account, now)).toBe(0);
  });

  it('is never longer than its longest, so that nobody is locked out for good', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (count) => {
        expect(secondsToWait({ count, lastAt: now }, patience.account, now)).toBeLessThanOrEqual(1800);
      }),
    );
  });

  it('lets less than a hundred guesses a day through', () => {
    let guesses = 0;
    let time = now.getTime();
    while (time < now.getTime() + 86_400_000) {
      guesses += 1;
      time += secondsToWait({ count: guesses, lastAt: new Date(time) }, patience.account, new Date(time)) * 1000;
    }
    expect(guesses).toBeLessThan(100);
  });
});
