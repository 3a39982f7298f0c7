import { DomainError, notFound } from '../shared/index.js';

/** The same for a course that does not exist and for one that is not yours. */
export const noCourse = () => notFound('course');

export const noLesson = () => notFound('lesson');

/** Also for a quiz: only passing it completes it. */
export const noSuchItem = (slug: string) =>
  new DomainError('not_found', `The course has no such lesson: ${slug}.`, { kind: 'not_found' });

export const packageFirst = () =>
  new DomainError('package_first', 'This lesson is complete once its package is finished.', { kind: 'conflict' });

export const videoFirst = () =>
  new DomainError('video_first', 'This lesson is complete once enough of its video was seen.', { kind: 'conflict' });

export const notDoneYet = () =>
  new DomainError('not_done_yet', 'The course can be evaluated once everything it asks for is done.', {
    kind: 'conflict',
  });

export const evaluatedAlready = () =>
  new DomainError('already_evaluated', 'You have evaluated this course already.', { kind: 'conflict' });
