import { DomainError, invalidField, notFound } from '../../shared/index.js';

export const noSuchPool = () => notFound('pool');
export const noSuchBankQuestion = () => notFound('question');

export const poolTaken = () => invalidField('slug', 'A pool of this name is there already.', 'pool_taken');
export const questionTaken = () =>
  invalidField('question.id', 'A question of this name is in the pool already.', 'question_taken');

export const versionChanged = (latest: number) =>
  new DomainError(
    'version_changed',
    `Somebody saved version ${latest} in between. Nothing was overwritten: compare, then save again.`,
    { kind: 'conflict', data: { latest } },
  );

export const nameStays = () => invalidField('question.id', 'A question keeps its name.', 'question_renamed');
export const typeStays = () => invalidField('question.type', 'A question keeps its type.', 'question_type_changed');

export const notLatest = () =>
  new DomainError('version_changed', 'Only the latest version can be approved, and only once.', { kind: 'conflict' });

export const ownApproval = () =>
  new DomainError('own_approval', 'Somebody else than its author approves a version.', { kind: 'conflict' });

export const alreadyRetired = () =>
  new DomainError('already_retired', 'This question is retired already.', { kind: 'conflict' });
export const notRetired = () => new DomainError('not_retired', 'This question is in use.', { kind: 'conflict' });

export const enemyUnknown = () =>
  invalidField('enemy', 'There is no other question of this name in the pool.', 'enemy_unknown');

export const pictureUnknown = () =>
  invalidField('question.picture', 'This picture is not stored: send it again.', 'picture_unknown');
