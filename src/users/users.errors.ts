import { DomainError, invalidField } from '../shared/index.js';

/** The same sentence for an unknown e-mail and for a wrong password. */
export const wrongCredentials = () =>
  new DomainError('wrong_credentials', 'The e-mail address or the password is not right.', { kind: 'unauthenticated' });

/** `seconds` until another try is looked at. */
export const tooManyTries = (seconds: number) =>
  new DomainError('too_many_tries', `Too many tries. Please wait ${inWords(seconds)} and try again.`, {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });

export const busy = () =>
  new DomainError('busy', 'Many people are signing in just now. Please try again in a moment.', {
    kind: 'unavailable',
  });

export const linkGone = () =>
  new DomainError('link_gone', 'This link was used already or is too old. Ask for a new one.', { kind: 'gone' });

export const wrongPassword = () =>
  invalidField('currentPassword', 'This is not your present password.', 'wrong_password');

export const weakPassword = (sentence: string, field = 'password') => invalidField(field, sentence, 'weak_password');

export const notAllowed = () =>
  new DomainError('forbidden', 'This is not open to your account.', { kind: 'forbidden' });

export const ownErasure = () =>
  new DomainError('own_erasure', 'Erase your own account from its page.', { kind: 'forbidden' });

export const lastAdmin = () =>
  new DomainError('last_admin', 'This is the last admin. Make another person admin first.', { kind: 'conflict' });

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
