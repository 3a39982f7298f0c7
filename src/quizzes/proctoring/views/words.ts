import type { DeskAttempt, DeskEvent } from '../attempt-desk.queries.js';
import { isPaused } from '../../attempts/time-left.js';

/** How an attempt stands, in a word or two. */
export function standing(attempt: DeskAttempt): string {
  if (attempt.voidedAt) return 'Void';
  if (attempt.status === 'live') {
    if (!isPaused(attempt, attempt.now)) return 'Running';
    return attempt.pausedBy === 'break' ? 'On a break' : 'Paused';
  }
  if (!attempt.gradedAt) return 'With an examiner';
  return attempt.passed ? 'Passed' : 'Not passed';
}

const kinds: Record<string, string> = {
  'attempt.started': 'Started',
  'response.saved': 'Answer saved',
  'response.late': 'Answer came too late, kept, not graded',
  'lease.taken': 'Opened in another window or device',
  'file.uploaded': 'File uploaded',
  'attempt.paused': 'Clock stopped',
  'attempt.resumed': 'Clock runs again',
  'answer.checked': 'Answer checked',
  'accommodation.applied': 'Accommodation applied',
  'attempt.submitted': 'Submitted',
  'attempt.expired': 'Time ran out',
  'attempt.ended': 'Ended by a proctor',
  'attempt.graded': 'Graded',
};

export const eventWords = ({ kind }: DeskEvent): string => kinds[kind] ?? kind.replace(/[._]/g, ' ');
