import { DomainError, notFound } from '../shared/index.js';

/** The same for a number that was never given and for one that is not shown to you. */
export const noCertificate = () => notFound('certificate');

export const alreadyRevoked = () =>
  new DomainError('already_revoked', 'This certificate is revoked already.', { kind: 'conflict' });

/** `certificate_revoked`, `certificate_suspended` or `certificate_superseded`. */
export const notPrintable = (status: string) =>
  new DomainError(`certificate_${status}`, `This certificate is ${status}. It can be verified, but not printed.`, {
    kind: 'gone',
  });

export const alreadySuspended = () =>
  new DomainError('already_suspended', 'This certificate is suspended for that reason already.', { kind: 'conflict' });

export const notSuspended = () =>
  new DomainError('not_suspended', 'This certificate is not suspended for that reason.', { kind: 'conflict' });

export const notStanding = (status: string) =>
  new DomainError('not_standing', `This certificate is ${status}: nothing of it can be changed any more.`, {
    kind: 'conflict',
  });

export const tooManyLookUps = (seconds: number) =>
  new DomainError('too_many_look_ups', `Many unknown numbers were tried from here. Please wait ${seconds} seconds.`, {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });

export const tooManyUploads = (seconds: number) =>
  new DomainError('too_many_uploads', `Many files were checked from here. Please wait ${seconds} seconds.`, {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });

export const unreadableFace = (sentence: string) =>
  new DomainError('face_unreadable', sentence, { kind: 'invalid', fields: { file: sentence } });

export const unprovenWording = (file: string, word: string) =>
  new DomainError('award_wording', `${file}: "${word}" says more than completed courses prove.`, { kind: 'invalid' });
