import fc from 'fast-check';
import { breakEndsAt, deadlineAt, isOver, isPaused, type Pauses, pausedFor, secondsFor } from './time-left.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 1) + seconds * 1000);
const none: Pauses = { pausedAt: null, pausedBy: null, breakSeconds: 0, breakUsed: 0 };
const timed = (more: Partial<Pauses> = {}) => ({ ...none, deadlineAt: at(600), ...more });

describe('the time of an attempt', () => {
  it('is over after the deadline and ten seconds of grace, not before', () => {
    expect([600, 610, 610.001].map((seconds) => isOver(timed(), at(seconds)))).toEqual([false, false, true]);
    expect(isOver({ ...none, deadlineAt: null }, at(1e9))).toBe(false);
  });

  it('stands still while a proctor pauses it, for as long as it takes', () => {
    const paused = timed({ pausedAt: at(500), pausedBy: 'proctor' });
    expect(isOver(paused, at(100_000))).toBe(false);
    expect(deadlineAt(paused, at(700))).toEqual(at(800));
    expect(isPaused(paused, at(100_000))).toBe(true);
  });

  it('runs on by itself when the break is used up', () => {
    const onBreak = timed({ pausedAt: at(500), pausedBy: 'break', breakSeconds: 300, breakUsed: 100 });
    expect(breakEndsAt(onBreak)).toEqual(at(700));
    expect([699, 700].map((seconds) => isPaused(onBreak, at(seconds)))).toEqual([true, false]);
    expect(deadlineAt(onBreak, at(5000))).toEqual(at(800));
    expect([810, 811].map((seconds) => isOver(onBreak, at(seconds)))).toEqual([false, true]);
  });

  it('never gets shorter by a pause, and grows by exactly what the pause lasted', () => {
    fc.assert(
      fc.property(
        fc.nat(600),
        fc.nat(10_000),
        fc.nat(1000),
        fc.nat(1000),
        fc.constantFrom('break', 'proctor'),
        (from, lasted, allowed, used, by) => {
          const paused = timed({ pausedAt: at(from), pausedBy: by, breakSeconds: allowed, breakUsed: used });
          const expected = by === 'proctor' ? lasted : Math.min(lasted, Math.max(0, allowed - used));
          expect(pausedFor(paused, at(from + lasted))).toBe(expected);
          expect(deadlineAt(paused, at(from + lasted))).toEqual(at(600 + expected));
        },
      ),
    );
  });

  it('is stretched by an accommodation, in whole seconds to the candidate’s favour', () => {
    expect(secondsFor(90, { multiplier: 1.5, extraMinutes: 10 })).toBe(8100 + 600);
    expect(secondsFor(10, { multiplier: 1.33, extraMinutes: 0 })).toBe(798);
    expect(secondsFor(1, { multiplier: 1.01, extraMinutes: 0 })).toBe(61);
  });
});
