import { DomainError, invalidField, notFound } from '../../shared/index.js';

export const noSuchRegrade = () => notFound('regrade');
export const questionUnknown = () =>
  invalidField('question', 'Write pool/question, as in the address of the bank.', 'question_unknown');
export const versionUnknown = () =>
  invalidField('version', 'The question has no approved version of this number.', 'version_unknown');
export const versionDiffers = () =>
  invalidField(
    'version',
    'This version has another type or other parts: its key cannot mark the old answers.',
    'version_differs',
  );
export const markedByExaminer = () =>
  invalidField('policy', 'Examiners mark this question: give full credit or drop it.', 'marked_by_examiner');
export const ownRegrade = () =>
  new DomainError('own_regrade', 'Somebody else than who proposed it commits a regrade.', { kind: 'conflict' });
export const regradesCommitter = () =>
  new DomainError('own_attempt', 'It would change your own attempt. Somebody else commits it.', { kind: 'conflict' });
export const alreadyCommitted = () =>
  new DomainError('already_committed', 'This regrade is committed.', { kind: 'conflict' });
export const otherRunning = () =>
  new DomainError('regrade_running', 'Another regrade still has attempts to mark. Commit this one when it is done.', {
    kind: 'conflict',
  });
export const dryRunChanged = () =>
  new DomainError(
    'dry_run_changed',
    'The outcome is another than the one you saw. Nothing was changed; look at it again.',
    {
      kind: 'conflict',
    },
  );
