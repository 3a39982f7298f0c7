import { DomainError, invalidField, notFound } from '../shared/index.js';

export const noSuchDraft = () => notFound('draft');
export const noSuchFile = () => notFound('file');
export const noSuchEdition = () => notFound('edition');

export const courseUnknown = () => invalidField('course', 'There is no course of this name.', 'course_unknown');
export const courseTaken = () => invalidField('course', 'A course of this name is there already.', 'course_taken');

export const draftClosed = (state: string) =>
  new DomainError('draft_closed', `This draft is ${state}: take it back before you change it.`, { kind: 'conflict' });

export const notPossible = (state: string) =>
  new DomainError('draft_state', `This draft is ${state}: that is not possible now.`, { kind: 'conflict' });

export const wroteThis = () =>
  new DomainError('own_review', 'Somebody who did not write in this draft reviews it.', { kind: 'conflict' });

export const hasProblems = (count: number) =>
  new DomainError(
    'draft_has_problems',
    count === 1 ? 'One problem has to be solved first.' : `${count} problems have to be solved first.`,
    { kind: 'conflict' },
  );

export const courseMovedOn = (number: number) =>
  new DomainError(
    'course_moved_on',
    `Edition ${number} was published since this draft began. Take it in first: nothing of it must be lost.`,
    { kind: 'conflict' },
  );

export const nothingChanged = () =>
  new DomainError('nothing_changed', 'The draft says what the current edition says.', { kind: 'conflict' });

export const fileNameRefused = () =>
  invalidField(
    'path',
    'A file of a course is course.md, lessons/….md, quizzes/….yaml or pictures/…, in small letters, digits and hyphens.',
    'file_name_refused',
  );

export const fileTooLarge = () => invalidField('text', 'The file is larger than 1 MB.', 'file_too_large');

export const draftChanged = () =>
  new DomainError(
    'draft_changed',
    'Somebody saved in this draft since you opened the page. Look first, then import again.',
    {
      kind: 'conflict',
    },
  );

export const outlineChanged = () =>
  new DomainError('outline_changed', 'Somebody changed the outline in between. It stands here as it is now.', {
    kind: 'conflict',
  });
export const outlineUnreadable = () =>
  new DomainError('outline_unreadable', 'The outline in course.md cannot be read: mend it there first.', {
    kind: 'conflict',
  });
export const nameTaken = () => invalidField('slug', 'A file of this name is there already.', 'name_taken');
export const nothingToUndo = () =>
  new DomainError('nothing_to_undo', 'The last change was not one of the outline.', { kind: 'conflict' });
