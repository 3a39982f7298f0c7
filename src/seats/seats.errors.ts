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

export const ownGift = () =>
  new DomainError(
    'own_gift',
    'You gave this gift, so only whom it is for can accept it. If the address was wrong, correct it under Gifts.',
    { kind: 'conflict' },
  );

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

/** The same for a clinic that does not exist and for one of others. */
export const noClinic = () => notFound('clinic');

export const tooManyClinics = (perDay: number) =>
  new DomainError('too_many_clinics', `One account can set up ${perDay} clinics a day. Please wait until tomorrow.`, {
    kind: 'too_many',
  });

export const noManager = () => notFound('manager');

export const noManagement = () => notFound('invitation');

export const managementGone = () =>
  new DomainError('link_gone', 'This link was used already, or the invitation was withdrawn.', { kind: 'gone' });

export const lastManager = () =>
  new DomainError('last_manager', 'A clinic needs a manager. Invite another one first, then leave.', {
    kind: 'conflict',
  });

export const alreadyManages = (field: string) =>
  invalidField(field, 'This person manages the clinic already.', 'already_manages');

export const invitedBefore = (field: string) =>
  invalidField(
    field,
    'This address was invited already. Withdraw that invitation to send a new one.',
    'invited_before',
  );

export const unconfirmed = (field: string) =>
  invalidField(field, 'Confirm your own e-mail address first: the link is in the mail we sent you.', 'unconfirmed');

export const noSeats = () => notFound('product with seats of this clinic');

/** `free`: how many there are; `asked`: how many people were named. */
export const notEnoughSeats = (asked: number, free: number) =>
  new DomainError(
    'not_enough_seats',
    free === 0
      ? 'No seat is free just now. Nobody was assigned.'
      : `You named ${asked} people and ${free === 1 ? '1 seat is' : `${free} seats are`} free. Nobody was assigned.`,
    { kind: 'conflict', data: { free } },
  );

/** One sentence for each person that cannot get a seat, by their place in the list. Nobody was assigned. */
export const peopleRefused = (sentences: Record<number, string>) =>
  new DomainError('people_refused', 'Some people cannot get a seat. Nobody was assigned.', {
    kind: 'invalid',
    fields: Object.fromEntries(Object.entries(sentences).map(([place, sentence]) => [`people.${place}`, sentence])),
  });

export const seatInUse = () =>
  new DomainError('seat_in_use', 'A course of this seat was begun. A seat can be recalled until then.', {
    kind: 'conflict',
  });

export const seatEnded = () => new DomainError('seat_ended', 'This seat was taken back already.', { kind: 'conflict' });
