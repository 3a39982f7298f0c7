import fc from 'fast-check';
import { type EarlierAttempt, nextAttemptAt, refuseStart } from './may-start.js';

const at = (hours: number) => new Date(Date.UTC(2026, 10, 1) + hours * 3_600_000);
const failed = (hours: number, more: Partial<EarlierAttempt> = {}): EarlierAttempt => ({
  ...{ status: 'submitted', finishedAt: at(hours), passed: false, voided: false, voidCounts: null },
  ...more,
});
const rules = (more: object = {}) => ({ attempts: 3, coolDownHours: [24, 72], opensAt: null, closesAt: null, ...more });
const refusal = (given: ReturnType<typeof rules>, earlier: EarlierAttempt[], now: Date): string => {
  try {
    refuseStart(given, earlier, now);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'may start';
};

describe('the wait between attempts', () => {
  it('grows with each failure and is counted from the end of the latest', () => {
    expect(nextAttemptAt(rules(), [])).toBeNull();
    expect(nextAttemptAt(rules(), [failed(0)])).toEqual(at(24));
    expect(nextAttemptAt(rules(), [failed(0), failed(30)])).toEqual(at(102));
    expect(nextAttemptAt(rules(), [failed(0), failed(30), failed(200)])).toEqual(at(272));
    expect(nextAttemptAt(rules({ coolDownHours: [] }), [failed(0)])).toBeNull();
    expect(nextAttemptAt(rules(), [failed(0, { passed: true })])).toBeNull();
  });

  it('ends at its instant, not before', () => {
    expect(refusal(rules(), [failed(0)], new Date(at(24).getTime() - 1))).toBe('cooling_down');
    expect(refusal(rules(), [failed(0)], at(24))).toBe('may start');
  });

  it('is never shorter after one more failure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 5 }),
        fc.array(fc.nat(500), { maxLength: 6 }),
        (hours, ends) => {
          const growing = hours.toSorted((a, b) => a - b);
          const earlier = ends.toSorted((a, b) => a - b).map((end) => failed(end));
          const before = nextAttemptAt({ coolDownHours: growing }, earlier)?.getTime() ?? 0;
          const after = nextAttemptAt({ coolDownHours: growing }, [...earlier, failed(501)])?.getTime() ?? 0;
          expect(after).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});

describe('the number of attempts', () => {
  const three = [failed(0), failed(100), failed(300)];
  it('is what the exam says; one that was voided counts if whoever voided it said so', () => {
    expect(refusal(rules(), three, at(900))).toBe('attempts_used_up');
    const voided = (voidCounts: boolean) => [...three.slice(1), failed(0, { voided: true, voidCounts })];
    expect(refusal(rules(), voided(true), at(900))).toBe('attempts_used_up');
    expect(refusal(rules(), voided(false), at(900))).toBe('may start');
  });

  it('is not used up behind an examiner’s back: the result of the last one is waited for', () => {
    expect(refusal(rules(), [failed(0, { passed: null })], at(900))).toBe('attempt_waits');
    expect(refusal(rules({ attempts: null }), [failed(0, { passed: null })], at(900))).toBe('may start');
  });
});

describe('the window of an exam', () => {
  it('is open from its first instant until just before its last', () => {
    const window = rules({ opensAt: at(10), closesAt: at(20) });
    expect([9.999, 10, 19.999, 20].map((hours) => refusal(window, [], at(hours)))).toEqual([
      'exam_not_open',
      'may start',
      'may start',
      'exam_closed',
    ]);
  });
});
