import { DomainError } from '../shared/index.js';

export const unconfirmed = () =>
  new DomainError('unconfirmed', 'Confirm your e-mail address before you write.', { kind: 'conflict' });

export const banned = () => new DomainError('banned', 'You can no longer write comments.', { kind: 'forbidden' });

export const tooManyComments = (seconds: number) =>
  new DomainError('too_many_comments', 'You have written a lot in the last hour. Please wait before you write more.', {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });

export const closedToAnswers = () =>
  new DomainError('not_shown', 'This comment is not shown any more, so it cannot be answered.', { kind: 'conflict' });

/** `text`: as it stands now. */
export const changedMeanwhile = (rev: number, text: string | null) =>
  new DomainError('stale', 'The comment was changed meanwhile. Look at it as it is now.', {
    kind: 'conflict',
    data: { rev, text },
  });

export const tooLate = () =>
  new DomainError('too_late', 'A comment can be changed within 15 minutes. You can still delete it.', {
    kind: 'conflict',
  });

export const ownComment = () =>
  new DomainError('own_comment', 'This is your own comment: you can delete it.', { kind: 'conflict' });

export const notPossible = (act: string, standing: string) =>
  new DomainError('not_possible', `A comment that is ${standing} cannot be ${act}.`, { kind: 'conflict' });

export const ownBan = () =>
  new DomainError('own_ban', 'Staff cannot be kept from writing: take away their role first.', { kind: 'conflict' });
