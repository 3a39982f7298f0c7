import { daysOfFailure, nextTry } from './retry-times.js';

describe('the attempts of a delivery', () => {
  it('come after ever longer pauses, for more than the days after which an endpoint is closed, and end', () => {
    const begin = new Date('2026-11-01T00:00:00Z');
    let [now, failed, before] = [begin, 1, 0];
    for (;;) {
      const next = nextTry(failed, now);
      if (!next) break;
      expect(next.getTime() - now.getTime()).toBeGreaterThanOrEqual(before);
      before = next.getTime() - now.getTime();
      [now, failed] = [next, failed + 1];
    }
    expect(failed).toBe(12);
    expect(now.getTime() - begin.getTime()).toBeGreaterThan(daysOfFailure * 86_400_000);
    expect(nextTry(1, begin)).toEqual(new Date('2026-11-01T00:00:05Z'));
  });
});
