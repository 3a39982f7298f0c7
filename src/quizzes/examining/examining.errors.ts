import { DomainError, notFound } from '../../shared/index.js';

export const noSuchAnswer = () => notFound('answer');

export const ownAttempt = () => new DomainError('own_attempt', 'Nobody marks their own attempt.', { kind: 'conflict' });

export const partialExaminer = () =>
  new DomainError('partial_examiner', 'You taught whoever wrote this. Another examiner marks it.', {
    kind: 'conflict',
  });

export const alreadyGraded = () =>
  new DomainError('already_graded', 'You have marked this answer, or it needs no further mark.', { kind: 'conflict' });

export const claimedByAnother = () =>
  new DomainError('claimed_by_another', 'Another examiner has taken this answer.', { kind: 'conflict' });

export const notClaimed = () =>
  new DomainError('not_claimed', 'Take this answer first: your time for it is over, or you never took it.', {
    kind: 'conflict',
  });
