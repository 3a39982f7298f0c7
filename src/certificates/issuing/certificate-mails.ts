import { Injectable } from '@nestjs/common';
import { type Claim, kindTitle } from '../credential/claim.js';
import type { Tx } from '../../database/index.js';
import { greeting, Mailer, type Topic } from '../../mail/index.js';
import type { Person } from '../../users/index.js';

/** What holders are told by mail; each mail is written once per certificate. */
@Injectable()
export class CertificateMails {
  constructor(private readonly mailer: Mailer) {}

  issued(tx: Tx, certificateId: string, holder: Person, claim: Claim): Promise<void> {
    const kind = kindTitle[claim.award.kind].toLowerCase();
    return this.tell(tx, certificateId, holder, claim, {
      kind: 'certificate-issued',
      subject: `Your ${kind}: ${claim.award.title}`,
      sentences: [
        `Well done. Your ${kind} for ${claim.award.title} is ready, with the number ${claim.number}.`,
        'Its page shows your name, what you completed and that it is valid to everybody who has the number or the link. Print it, share it, or add it to your profile from there.',
      ],
      button: 'See your certificate',
    });
  }

  revoked(tx: Tx, certificateId: string, holder: Person, claim: Claim, reason: string): Promise<void> {
    return this.tell(tx, certificateId, holder, claim, {
      kind: 'certificate-revoked',
      subject: `Your certificate ${claim.number} was revoked`,
      sentences: [
        `Your certificate for ${claim.award.title} was revoked. Whoever verifies it sees that from now on.`,
        `The reason given: ${reason}`,
        'Your access to courses is not changed by this.',
      ],
      button: 'See its page',
    });
  }

  /** A change of what a certificate is worth; `occasion` tells it from other changes of the same kind. */
  changed(tx: Tx, about: Changed, occasion: string, mail: Telling): Promise<void> {
    return this.tell(tx, occasion, about.holder, about.claim, mail);
  }

  private async tell(tx: Tx, certificateId: string, holder: Person, claim: Claim, mail: Telling): Promise<void> {
    const button = { label: mail.button, path: `/verify/${claim.number}` };
    await this.mailer.send(tx, {
      to: holder,
      kind: mail.kind,
      ...(mail.topic && { topic: mail.topic }),
      dedupeKey: `${mail.kind}:${certificateId}`,
      subject: mail.subject,
      parts: [greeting(holder.name), ...mail.sentences, { button }],
    });
  }
}

export interface Changed {
  holder: Person;
  claim: Claim;
}

export interface Telling {
  kind: string;
  topic?: Topic;
  subject: string;
  sentences: string[];
  button: string;
}
