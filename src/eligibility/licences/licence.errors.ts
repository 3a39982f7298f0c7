import { DomainError, invalidField, notFound } from '../../shared/index.js';

const conflict = (code: string, sentence: string) => new DomainError(code, sentence, { kind: 'conflict' });

export const noSuchLicence = () => notFound('licence');
export const noSuchPaper = () => notFound('paper');

export const licenceExpired = () =>
  invalidField('expiresOn', 'This day is over. Enter the licence as it was renewed.', 'licence_expired');

export const alreadyEntered = () =>
  invalidField('number', 'You have entered this licence already, and it waits to be looked at.', 'already_entered');

export const unknownProfession = () => invalidField('profession', 'Choose your profession.', 'profession_unknown');

export const tooManyPapers = () =>
  conflict(
    'too_many_papers',
    'You have sent ten copies of this licence. Answer the question, or withdraw the licence.',
  );

export const tooManyLicences = () =>
  conflict('too_many_licences', 'Twenty licences of yours wait. Withdraw those you do not need.');

export const notNow = () =>
  conflict('not_now', 'That cannot be done with this licence as it stands now. Look at it again.');

export const ownLicence = () => conflict('own_licence', 'Nobody reviews their own licence.');

export const alreadyDecided = () => conflict('already_decided', 'This licence was decided on in the meantime.');

export const claimedByAnother = () => conflict('claimed_by_another', 'Another reviewer has taken this licence.');

export const notClaimed = () =>
  conflict('not_claimed', 'Take this licence first: your time for it is over, or you never took it.');

export const licenceTaken = () =>
  conflict('licence_taken', 'This number stands verified for another person. Refuse this one, or look into both.');

export const lapsedMeanwhile = () =>
  conflict('licence_lapsed', 'The licence ran out while it waited. Ask for the renewed one.');

export const holdsLicence = () =>
  conflict('holds_licence', 'This person has another licence that stands, so they are not ineligible.');
