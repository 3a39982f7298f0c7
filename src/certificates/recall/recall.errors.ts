import { DomainError, invalidField, notFound } from '../../shared/index.js';

const conflict = (code: string, sentence: string) => new DomainError(code, sentence, { kind: 'conflict' });

export const noRecall = () => notFound('recall');
export const noLesson = () => invalidField('lesson', 'No edition of this course has such a lesson.', 'lesson_unknown');
export const noEdition = () =>
  invalidField('untilEdition', 'This course has no such edition with this lesson.', 'edition_unknown');
export const suspendTooSoon = () =>
  invalidField('suspendOn', 'Give people a fortnight at least: choose a later day.', 'too_soon');
export const ownRecall = () =>
  new DomainError('own_recall', 'Somebody else decides on a recall that you wrote.', { kind: 'forbidden' });
export const recallDecided = () => conflict('recall_decided', 'This recall was decided on before.');
export const recallNotRunning = () => conflict('recall_not_running', 'This recall is not running.');
export const answerMissing = (field: string) => invalidField(field, 'Choose one answer.', 'answer_missing');
export const answerWrong = (field: string) =>
  invalidField(field, 'That is not right. Read the correction once more and choose again.', 'answer_wrong');
