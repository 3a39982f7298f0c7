import { DomainError, invalidField, notFound } from '../shared/index.js';
import type { InvitationState } from './invitations/invitation.js';

/** The same for a link that never was and for one that was typed wrongly. */
export const noInvitation = () => notFound('gift or seat');

type Closed = Exclude<InvitationState, 'open' | 'yours'>;

/** Why a link opens nothing (any more). */
export const closedSentences: Record<Closed, { code: string; sentence: string }> = {
  accepted: { code: 'seat_taken', sentence: 'This was accepted already, from another account.' },
  replaced: { code: 'link_replaced', sentence: 'There is a newer mail, and only the link in that one works.' },
  recalled: { code: 'seat_recalled', sentence: 'The clinic has taken this seat back.' },
  withdrawn: { code: 'seat_withdrawn', sentence: 'This was paid back, so there is nothing to accept any more.' },
};

export const seatTaken = (state: Closed) =>
  new DomainError(closedSentences[state].code, closedSentences[state].sentence, { kind: 'gone' });

export const seatPaused = () =>
  new DomainError(
    'seat_paused',
    'This is paused while the payment for it is looked into. Nothing is lost: try again later.',
    { kind: 'conflict' },
  );

export const nothingNew = () =>
  new DomainError('already_owned', 'You have every course in it already. The gift was not used.', { kind: 'conflict' });

export const secondSeat = () =>
  new DomainError('second_seat', 'You have a seat of this clinic for the same courses already.', { kind: 'conflict' });

/** The same for one that does not exist and for one of somebody else. */
export const noAssignment = (what: 'seat' | 'gift') => notFound(what);

export const cannotResend = () =>
  new DomainError('not_waiting', 'It was accepted or taken back already, so there is nothing to send.', {
    kind: 'conflict',
  });

export const tooManyMails = (perDay: number) =>
  new DomainError('too_many_mails', `${perDay} mails were sent in one day. Please wait until tomorrow.`, {
    kind: 'too_many',
  });

export const seatOfAddress = (field: string) =>
  invalidField(field, 'This address has a seat for the same courses already.', 'address_has_seat');
