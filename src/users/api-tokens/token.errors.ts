import { DomainError } from '../../shared/index.js';

/** The same for a token that never was, has ended or is over. */
export const unknownToken = () =>
  new DomainError('unknown_token', 'This token is not known, or it has ended.', { kind: 'unauthenticated' });

export const outOfScope = (needed: string[]) =>
  new DomainError(
    'out_of_scope',
    needed.length > 0 ? 'This token was not made for that.' : 'No token can do that: sign in instead.',
    { kind: 'forbidden', data: { needed } },
  );

export const tokenTooFast = (seconds: number) =>
  new DomainError('too_many_requests', 'This token asks too often. Please wait a moment.', {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });

export const unconfirmedOwner = () =>
  new DomainError('unconfirmed', 'Confirm your e-mail address before you make a token.', { kind: 'conflict' });

export const tooManyTokens = () =>
  new DomainError('too_many_tokens', 'You have 20 tokens. End one that is not used any more.', { kind: 'conflict' });
