import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { greeting, Mailer, type Topic } from '../../mail/index.js';
import { jurisdictionName } from './jurisdictions.js';
import type { LockedLicence } from './lock-licence.js';

type Named = Pick<LockedLicence, 'id' | 'personId' | 'jurisdiction' | 'number'>;

interface Told {
  kind: string;
  topic?: Topic;
  /** What happened, once. */
  about: string;
  subject: string;
  sentences: string[];
  label: string;
}

/** What learners are told about their licences. The number stands behind the sign-in, not in the mail. */
@Injectable()
export class LicenceMails {
  constructor(private readonly mailer: Mailer) {}

  verified(tx: Tx, licence: Named): Promise<void> {
    return this.send(tx, licence, {
      ...{ kind: 'licence-verified', about: licence.id, subject: 'Your licence is verified' },
      sentences: [
        `Your licence from ${jurisdictionName(licence.jurisdiction)} is verified.`,
        'The copy you sent is being deleted. We look at the licence again every night, and remind you before it expires.',
      ],
      label: 'See your licences',
    });
  }

  asked(tx: Tx, licence: Named & { round: number }, question: string): Promise<void> {
    return this.send(tx, licence, {
      ...{ kind: 'licence-asked', about: `${licence.id}:${licence.round}`, subject: 'A question about your licence' },
      sentences: [`We have a question about your licence from ${jurisdictionName(licence.jurisdiction)}:`, question],
      label: 'Answer',
    });
  }

  refused(tx: Tx, licence: Named, { reason, isFinal }: { reason: string; isFinal: boolean }): Promise<void> {
    const refund =
      'What you paid for products that need a licence goes back to you by itself; you need not do anything.';
    return this.send(tx, licence, {
      ...{ kind: 'licence-refused', about: licence.id, subject: 'Your licence could not be verified' },
      sentences: [
        `Your licence from ${jurisdictionName(licence.jurisdiction)} could not be verified:`,
        reason,
        isFinal ? refund : 'You can enter it again, or another one.',
      ],
      label: 'See your licences',
    });
  }

  unanswered(tx: Tx, licence: Named): Promise<void> {
    return this.send(tx, licence, {
      ...{ kind: 'licence-unanswered', about: licence.id, subject: 'Your licence was closed without an answer' },
      sentences: [
        `We had a question about your licence from ${jurisdictionName(licence.jurisdiction)}, and no answer came.`,
        'It is withdrawn, and its copies are deleted. You can enter it again at any time.',
      ],
      label: 'See your licences',
    });
  }

  lapsed(tx: Tx, licence: Named, reason: string): Promise<void> {
    return this.send(tx, licence, {
      ...{ kind: 'licence-lapsed', about: licence.id, subject: 'Your licence no longer stands with us' },
      sentences: [
        `Your licence from ${jurisdictionName(licence.jurisdiction)} no longer stands with us. ${reason}`,
        'Certifications that need it are suspended until you enter it as it was renewed. Nothing was revoked.',
      ],
      label: 'Enter the renewed licence',
    });
  }

  /** @param days that are left of those that were set: 60, 30 or 7 */
  expiring(tx: Tx, licence: Named & { expiresOn: string }, days: number): Promise<void> {
    return this.send(tx, licence, {
      ...{ kind: 'licence-expiring', about: `${licence.id}:${days}`, subject: 'Your licence expires soon' },
      topic: 'deadlines',
      sentences: [
        `Your licence from ${jurisdictionName(licence.jurisdiction)} stands until ${licence.expiresOn}.`,
        'Enter it as soon as it is renewed, so that nothing that needs it is suspended.',
      ],
      label: 'Enter the renewed licence',
    });
  }

  private async send(tx: Tx, { id, personId }: Named, letter: Told): Promise<void> {
    const to = await tx.row<{ name: string; email: string }>('SELECT name, email FROM people WHERE id = $1', [
      personId,
    ]);
    if (!to) return;
    const { kind, topic, about, subject, sentences, label } = letter;
    const path = `/account/licences${label === 'Answer' ? `/${id}` : ''}`;
    const parts = [greeting(to.name), ...sentences, { button: { label, path } }];
    await this.mailer.send(tx, {
      ...{ to, kind, subject, parts, dedupeKey: `${kind}:${about}` },
      ...(topic && { topic }),
    });
  }
}
