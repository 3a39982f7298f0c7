import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { greeting, Mailer } from '../mail/index.js';
import type { WaitingSeat } from './invitations/invite-holder.js';
import type { Lot } from './lots/lock-lot.js';
import { clinicLetter, giftLetter } from './invitations/invitation-letters.js';
import { durationWords, listWords } from './seat-words.js';

interface Told {
  to: { name: string; email: string };
  kind: string;
  /** Of what it tells, once. */
  about: string;
  subject: string;
  sentences: string[];
  /** What somebody else wrote, word for word. */
  quoted?: string;
  link: { label: string; path: string };
  end?: string;
}

interface Holder {
  id: string;
  name: string;
  email: string;
}

/** What givers and holders of seats are told by mail. A mail is written once for each thing that happened. */
@Injectable()
export class SeatMails {
  constructor(private readonly mailer: Mailer) {}

  invitation(
    tx: Tx,
    lot: Lot,
    { name, email, message, courses }: WaitingSeat & { courses: string[] },
    { id, token, isReminder }: { id: string; token: string; isReminder: boolean },
  ): Promise<void> {
    const letter = lot.kind === 'gift' ? giftLetter(lot, isReminder) : clinicLetter(lot, isReminder);
    return this.send(tx, {
      to: { name, email },
      kind: isReminder ? 'seat-reminder' : 'seat-invitation',
      about: id,
      ...letter,
      sentences: [...letter.sentences, `What it opens: ${listWords(courses)}. ${durationWords(lot.expiresAfterDays)}`],
      quoted: message,
      link: { ...letter.link, path: `${lot.kind === 'gift' ? '/gifts' : '/seats'}/${token}` },
    });
  }

  /** To somebody whose access ended because what was paid for it was given back. */
  withdrawn(tx: Tx, lot: Lot, holder: Holder, { titles, reason }: { titles: string[]; reason: string }): Promise<void> {
    const what = lot.kind === 'gift' ? `the gift of ${lot.ownerName}` : `your seat of ${lot.clinicName}`;
    return this.send(tx, {
      to: holder,
      kind: 'seat-withdrawn',
      about: `${holder.id}:${reason}`,
      subject: `Your access to ${lot.title} has ended`,
      sentences: [
        `Your access to ${listWords(titles)} has ended, because ${what} was paid back.`,
        'What you have of a course from elsewhere stays open. Your progress is kept, and certificates you earned stay valid.',
      ],
      link: { label: 'My learning', path: '/learning' },
    });
  }

  /** To somebody whose seat the clinic took back; `titles`: the courses that are closed to them by it. */
  recalled(tx: Tx, lot: Lot, holder: Holder, titles: string[]): Promise<void> {
    const ended =
      titles.length > 0
        ? `Your access to ${listWords(titles)} has ended with it. What you have of a course from elsewhere stays open, and your progress is kept.`
        : 'Nothing that is open to you has changed.';
    return this.send(tx, {
      to: holder,
      kind: 'seat-recalled',
      about: holder.id,
      subject: `${lot.clinicName} has taken back your seat`,
      sentences: [`${lot.clinicName} has taken back the seat in ${lot.title} that it held for you.`, ended],
      link: { label: 'See the catalogue', path: '/catalogue' },
      end: 'If that surprises you, ask there.',
    });
  }

  /** To somebody who is asked to manage a clinic. */
  async management(
    tx: Tx,
    clinic: { name: string },
    { id, email, token, by }: { id: string; email: string; token: string; by: string },
  ): Promise<void> {
    const inviter = await tx.row<{ name: string }>('SELECT name FROM people WHERE id = $1', [by]);
    return this.send(tx, {
      to: { name: '', email },
      kind: 'manager-invitation',
      about: id,
      subject: `Manage ${clinic.name} at Glabella`,
      sentences: [
        `${inviter!.name} asks you to manage the seats of ${clinic.name} with them: to assign and recall them, and to see who is done.`,
      ],
      link: { label: 'See the invitation', path: `/managers/${token}` },
      end: 'Whoever has this link can accept it once, so keep it to yourself. If you do not know the sender, do nothing.',
    });
  }

  /** To the giver. */
  async claimed(tx: Tx, lot: Lot, assignmentId: string): Promise<void> {
    const giver = await tx.row<{ name: string; email: string; recipient: string }>(
      `SELECT p.name, p.email, a.name AS recipient FROM people p, seat_assignments a WHERE p.id = $1 AND a.id = $2`,
      [lot.ownerId, assignmentId],
    );
    const { recipient, ...to } = giver!;
    return this.send(tx, {
      to,
      kind: 'gift-claimed',
      about: assignmentId,
      subject: `${recipient} has accepted your gift`,
      sentences: [`${recipient} has accepted ${lot.title} and can begin. You need not do anything.`],
      link: { label: 'My gifts', path: '/gifts' },
    });
  }

  private async send(tx: Tx, { to, kind, about, subject, sentences, quoted, link, end }: Told): Promise<void> {
    const quote = quoted ? [{ quote: quoted }] : [];
    await this.mailer.send(tx, {
      ...{ to, kind, subject, dedupeKey: `${kind}:${about}` },
      parts: [greeting(to.name), ...sentences, ...quote, { button: link }, ...(end ? [end] : [])],
    });
  }
}
