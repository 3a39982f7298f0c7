import { DomainError, notFound } from '../shared/index.js';

/** The same for a number that was never given and for one that is not shown to you. */
export const noCertificate = () => notFound('certificate');

export const alreadyRevoked = () =>
  new DomainError('already_revoked', 'This certificate is revoked already.', { kind: 'conflict' });

export const revokedPrint = () =>
  new DomainError('certificate_revoked', 'This certificate was revoked. It can be verified, but not printed.', {
    kind: 'gone',
  });

export const tooManyLookUps = (seconds: number) =>
  new DomainError('too_many_look_ups', `Many unknown numbers were tried from here. Please wait ${seconds} seconds.`, {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });

export const unprovenWording = (file: string, word: string) =>
  new DomainError('award_wording', `${file}: "${word}" says more than completed courses prove.`, { kind: 'invalid' });
