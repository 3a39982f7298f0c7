import { DomainError, invalidField, notFound } from '../shared/index.js';

export const noSuchEntry = () => notFound('entry of the logbook');

export const noSuchProcedure = () => invalidField('procedure', 'Choose a procedure.', 'no_such_procedure');

export const noSuchPreceptor = () =>
  invalidField('email', 'Nobody with this address is a preceptor. Grant the role first.', 'no_such_preceptor');

export const noSuchLearner = () => invalidField('learner', 'There is no account with this address.', 'no_such_learner');

export const notOwnAuthority = () =>
  invalidField('email', 'Nobody gives authority to themselves.', 'not_own_authority');

export const alreadyAssigned = () => invalidField('learner', 'They are assigned already.', 'already_assigned');

/** One sentence for an entry of a stranger, of oneself, out of authority, and one that never was. */
export const mayNotSign = () =>
  new DomainError('may_not_sign', 'This entry is not yours to sign. The try was written down.', { kind: 'forbidden' });

/** What is there instead of what was decided on. */
export interface Standing {
  version: number;
  decision: 'signed' | 'refused' | null;
  by: string | null;
  at: string | null;
  words: string[];
}

const overtaken = (code: string, sentence: string, standing: Standing) =>
  new DomainError(code, sentence, { kind: 'conflict', data: { standing } });

export const alreadyDecided = (standing: Standing) =>
  overtaken(
    'already_decided',
    `This entry was ${standing.decision ?? 'decided'} already. Nothing was changed.`,
    standing,
  );

export const entryAmended = (standing: Standing) =>
  overtaken('entry_amended', 'The learner changed this entry meanwhile. Read it again.', standing);

export const entryWithdrawn = () =>
  new DomainError('entry_withdrawn', 'The learner took this entry back.', { kind: 'conflict' });

export const idReused = () =>
  new DomainError('id_reused', 'This id belongs to something else that was sent before.', { kind: 'conflict' });

export const signedAlready = () =>
  new DomainError('signed_already', 'A signed entry is not taken back. Amend it, and say why.', { kind: 'conflict' });

export const codeWrong = (left: number) =>
  invalidField(
    'code',
    left > 0
      ? `This is not the code. ${left} ${left === 1 ? 'try' : 'tries'} left.`
      : 'This is not the code. Ask for a new one.',
    'code_wrong',
  );

export const codeGone = () =>
  invalidField(
    'code',
    'The code was used, tried too often, or is older than ten minutes. Ask for a new one.',
    'code_gone',
  );

export const tooManyCodes = () =>
  new DomainError('too_many_codes', 'That were many codes. Wait an hour, or let the preceptor sign in.', {
    kind: 'too_many',
  });
