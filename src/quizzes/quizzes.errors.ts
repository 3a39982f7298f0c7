import { DomainError, formatInstant, invalidField, notFound } from '../shared/index.js';

export const attemptsUsedUp = (limit: number) =>
  new DomainError('attempts_used_up', `You have used all ${limit} attempts at this quiz.`, { kind: 'conflict' });

/** The instant at which it becomes possible travels as `at`. */
const notNow = (code: string, sentence: string, at?: Date) =>
  new DomainError(code, sentence, { kind: 'conflict', ...(at && { data: { at: at.toISOString() } }) });

export const coolingDown = (until: Date) =>
  notNow('cooling_down', `The next attempt is possible from ${formatInstant(until)}.`, until);

export const examNotOpen = (from: Date) => notNow('exam_not_open', `This exam opens at ${formatInstant(from)}.`, from);

export const examClosed = (at: Date) => notNow('exam_closed', `This exam closed at ${formatInstant(at)}.`, at);

export const attemptWaits = () =>
  notNow('attempt_waits', 'Your last attempt is still with an examiner. Wait for its result first.');

export const attemptPaused = () =>
  notNow('attempt_paused', 'The attempt is paused. Nothing can be answered until it goes on.');

export const answerChecked = () =>
  notNow('answer_checked', 'This answer was checked. It no longer changes in this attempt.');

export const nothingToCheck = () => responseMissing('Answer the question first.');

const responseMissing = (sentence: string) =>
  new DomainError('response_missing', sentence, { kind: 'invalid', fields: { response: sentence } });

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

export const noBreakLeft = () =>
  new DomainError('no_break_left', 'There is no break left in this attempt.', { kind: 'conflict' });

export const noSuchPerson = () =>
  invalidField('email', 'Nobody has an account with this e-mail address.', 'no_such_person');

export const noSuchAccommodation = () => notFound('accommodation');

export const notPaused = () => new DomainError('not_paused', 'This attempt is not paused.', { kind: 'conflict' });

export const alreadyVoid = () => new DomainError('already_void', 'This attempt is void already.', { kind: 'conflict' });

export const noTimeLimit = () =>
  new DomainError('no_time_limit', 'This attempt has no time limit to extend.', { kind: 'conflict' });

export const notForYourself = () =>
  new DomainError('not_for_yourself', 'Nobody decides this for themselves. Ask a colleague.', { kind: 'forbidden' });

/** Staff see in the bank which section of the blueprint lacks questions. */
export const paperUnavailable = () =>
  new DomainError('paper_unavailable', 'No paper can be drawn at the moment. We were told; please try again later.', {
    kind: 'unavailable',
  });
