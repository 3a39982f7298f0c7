import { DomainError, notFound } from '../../shared/index.js';

export const noSuchStudy = () => notFound('cut score study');

export const studyOpen = () =>
  new DomainError('study_open', 'This quiz has an open study already. Finish that one first.', { kind: 'conflict' });

export const studyClosed = () =>
  new DomainError('study_closed', 'This study is closed. Its ratings stay as they are.', { kind: 'conflict' });

export const nothingToRate = () =>
  new DomainError('nothing_to_rate', 'This quiz draws from no approved question.', { kind: 'conflict' });

export const roundOpen = () =>
  new DomainError('round_open', 'A round is open. Close it before the next.', { kind: 'conflict' });

export const noRoundOpen = () =>
  new DomainError('no_round_open', 'No round is open now. Nothing was changed.', { kind: 'conflict' });

export const tooFewJudges = () =>
  new DomainError('too_few_judges', 'A panel has at least two judges.', { kind: 'conflict' });

export const ratingsMissing = () =>
  new DomainError('ratings_missing', 'At least two judges must have rated every item.', { kind: 'conflict' });

export const cutTooLow = (percent: number) =>
  new DomainError(
    'cut_too_low',
    `The panel expects less than ${percent} % of the marks: nobody could fail. Rate anew.`,
    {
      kind: 'conflict',
    },
  );

export const notAJudge = () =>
  new DomainError('not_a_judge', 'You are not on the panel of this study.', { kind: 'forbidden' });

export const cannotJudge = () =>
  new DomainError('cannot_judge', 'Only authors, examiners and admins sit on a panel.', {
    kind: 'invalid',
    fields: { person: 'Choose an author, an examiner or an admin.' },
  });

export const notClosed = () =>
  new DomainError('study_not_closed', 'Close the study before its cut is adopted.', { kind: 'conflict' });

export const secondPersonNeeded = () =>
  new DomainError('second_person_needed', 'Somebody else than who closed the study adopts its cut.', {
    kind: 'conflict',
  });
