import { DomainError, notFound } from '../../shared/index.js';
import { appealDays } from './case.js';

const conflict = (code: string, sentence: string) => new DomainError(code, sentence, { kind: 'conflict' });

export const noCase = () => notFound('case');

export const openAlready = () =>
  conflict('case_open', 'You have asked for this already. You get an answer by mail, and see it among your cases.');

export const notAppealable = () =>
  conflict(
    'not_appealable',
    `There is no decision here that you can appeal against: it must be a refusal, suspension or revocation, at most ${appealDays} days old.`,
  );

export const caseClosed = () => conflict('case_closed', 'This case is closed.');

export const partOfIt = (sentence: string) => new DomainError('not_impartial', sentence, { kind: 'forbidden' });

export const tooManyComplaints = (seconds: number) =>
  new DomainError('too_many_complaints', `Many complaints came from here. Please wait ${seconds} seconds.`, {
    kind: 'too_many',
    data: { retryAfterSeconds: seconds },
  });
