import { DomainError } from '../../shared/index.js';

/** `text`: as it is kept. */
export const changedElsewhere = (rev: number, text: string) =>
  new DomainError('note_changed', 'This note was changed in another window. Both texts are below.', {
    kind: 'conflict',
    data: { rev, text },
  });

export const tooManyNotes = (most: number) =>
  new DomainError('too_many_notes', `A course holds ${most} notes at most. Delete some that you need no more.`, {
    kind: 'conflict',
  });
