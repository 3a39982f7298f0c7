import { DomainError, formatDate } from '../../shared/index.js';

const conflict = (code: string, sentence: string) => new DomainError(code, sentence, { kind: 'conflict' });

export const notYetRenewable = (from: Date) =>
  conflict('not_yet_renewable', `Your certificate stands. You can renew it from ${formatDate(from)} on.`);

export const alreadyApplied = () =>
  conflict('already_applied', 'You have applied already. This page shows how your application stands.');

export const notReady = () =>
  conflict('not_ready', 'Not every requirement holds at this moment, so that nothing can be decided.');

export const alreadyDecided = () => conflict('already_decided', 'You have given your decision on this application.');

export const decidedByOthers = () => conflict('application_closed', 'This application has been decided.');

export const ownApplication = () =>
  new DomainError('own_application', 'Nobody decides on an application of their own.', { kind: 'forbidden' });

export const notImpartial = (sentence: string) => new DomainError('not_impartial', sentence, { kind: 'forbidden' });

export const evaluatedAlready = () => conflict('already_evaluated', 'Your evaluation has been recorded. Thank you.');
