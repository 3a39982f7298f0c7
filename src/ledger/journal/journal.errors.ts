import { DomainError, invalidField } from '../../shared/index.js';

export const periodClosed = (day: string): DomainError =>
  invalidField('date', `${day.slice(0, 7)} is closed. Choose a day in an open month.`, 'period_closed');

export const inFuture = (): DomainError =>
  invalidField('date', 'That day has not come yet. Choose today or an earlier day.', 'in_future');

export const notBalanced = (off: string): DomainError =>
  invalidField('postings', `Debit and credit differ by ${off}.`, 'not_balanced');

export const unknownAccount = (code: string, field: string): DomainError =>
  invalidField(field, `There is no account ${code}.`, 'unknown_account');

/** Accounts that the product keeps in step with Stripe or with a sub-ledger. */
export const keptAccount = (code: string, field: string): DomainError =>
  invalidField(field, `Account ${code} follows Stripe or a sub-ledger; nobody posts to it by hand.`, 'kept_account');

export const accountTaken = (): DomainError =>
  new DomainError('account_taken', 'There is an account with this number or name.', {
    kind: 'conflict',
    fields: { code: 'There is an account with this number or name.' },
  });

const conflict = (code: string, sentence: string) => new DomainError(code, sentence, { kind: 'conflict' });

export const notReversible = (): DomainError =>
  conflict('not_reversible', 'Only entries that somebody posted by hand are reversed by hand.');

export const reversedAlready = (by: number): DomainError =>
  conflict('reversed_already', `Entry ${by} has reversed this one already.`);

export const resolvedAlready = (): DomainError =>
  conflict('resolved_already', 'This movement has left suspense already.');
