import { DomainError, notFound } from '../shared/index.js';

export const attemptsUsedUp = (limit: number) =>
  new DomainError('attempts_used_up', `You have used all ${limit} attempts at this quiz.`, { kind: 'conflict' });

export const noSuchQuiz = () => notFound('quiz');

export const noSuchQuestion = () => notFound('question');

/** Someone else's attempt and one that never was get the same answer. */
export const noSuchAttempt = () => notFound('attempt');

/** What is stored instead of a stale save. */
export interface Stored {
  rev: number;
  response: object | null;
  savedAt: string | null;
}

export const responseChanged = (stored: Stored) =>
  new DomainError('response_changed', 'A newer answer to this question is saved already. Nothing was overwritten.', {
    kind: 'conflict',
    data: { ...stored },
  });

export const attemptFinished = () =>
  new DomainError('attempt_finished', 'This attempt is finished. Its answers no longer change.', { kind: 'conflict' });

export const deadlinePassed = () =>
  new DomainError('deadline_passed', 'The time was over when this answer arrived. It is kept, but not graded.', {
    kind: 'conflict',
  });

export const attemptLive = () =>
  new DomainError('attempt_live', 'This attempt is still running. Submit it to see its result.', { kind: 'conflict' });

export const leaseLost = () =>
  new DomainError('lease_lost', 'This attempt was opened somewhere else. Go on there, or reload this page.', {
    kind: 'conflict',
  });

export const noSuchFile = () =>
  new DomainError('response_invalid', 'Upload the file again: it is not there.', {
    kind: 'invalid',
    fields: { response: 'Upload the file again: it is not there.' },
  });
