import { readState } from './read-state.js';

describe('what a package says of itself', () => {
  it.each([
    [
      { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '85', 'cmi.core.total_time': '0001:02:03.5' },
      true,
      true,
      0.85,
      3723,
    ],
    [
      { 'cmi.core.lesson_status': 'failed', 'cmi.core.score.raw': '9', 'cmi.core.score.max': '10' },
      false,
      false,
      0.9,
      0,
    ],
    [{ 'cmi.core.lesson_status': 'completed' }, true, null, null, 0],
    [{ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '900' }, false, null, null, 0],
    [{ 'cmi.core.score.raw': '1e309', 'cmi.core.total_time': '99999:00:00' }, false, null, null, 0],
    [{ 'cmi.core.score.raw': '-1' }, false, null, null, 0],
  ])('in 1.2: %j', (data, completed, passed, score, seconds) =>
    expect(readState('scorm-1.2', data as unknown as Record<string, string>)).toEqual({
      completed,
      passed,
      score,
      seconds,
    }),
  );

  it.each([
    [
      {
        'cmi.completion_status': 'completed',
        'cmi.success_status': 'passed',
        'cmi.score.scaled': '0.85',
        'cmi.total_time': 'PT1H2M3.5S',
      },
      true,
      true,
      0.85,
      3723,
    ],
    [{ 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed' }, false, false, null, 0],
    [{ 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'passed' }, false, true, null, 0],
    [
      { 'cmi.completion_status': 'completed', 'cmi.score.scaled': '7', 'cmi.total_time': 'P99999999Y' },
      true,
      null,
      null,
      0,
    ],
    [{ 'cmi.total_time': 'P9999Y' }, false, null, null, 2_000_000_000],
  ])('in 2004: %j', (data, completed, passed, score, seconds) =>
    expect(readState('scorm-2004', data as unknown as Record<string, string>)).toEqual({
      completed,
      passed,
      score,
      seconds,
    }),
  );
});
