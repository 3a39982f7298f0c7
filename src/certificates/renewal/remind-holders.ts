import { Injectable } from '@nestjs/common';
import type { Claim } from '../credential/claim.js';
import { Database } from '../../database/index.js';
import { CertificateMails } from '../issuing/certificate-mails.js';
import { Every } from '../../jobs/index.js';
import { formatDate } from '../../shared/index.js';
import { PeopleQueries } from '../../users/index.js';

/** Days before the end at which a holder is told; 0 is the end itself. */
export const reminderDays = [90, 60, 30, 7, 0] as const;

interface Due {
  certificateId: string;
  personId: string;
  claim: Claim;
  validUntil: Date;
  /** The nearest of the days that have come. */
  days: number;
}

/** Reminds holders before a certification ends, and tells them when it has. After a standstill only the latest is sent. */
@Injectable()
export class RemindHolders {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleQueries,
    private readonly mails: CertificateMails,
  ) {}

  @Every('41 7 * * *', 'certificates.remind')
  async execute(): Promise<void> {
    for (const due of await this.due()) await this.remind(due);
  }

  private due(): Promise<Due[]> {
    return this.db.rows(
      `SELECT c.id AS "certificateId", c.person_id AS "personId", c.claim, c.valid_until AS "validUntil", min(d) AS days
       FROM certificates c JOIN certificate_standing s ON s.certificate_id = c.id
         CROSS JOIN unnest($1::int[]) AS d
       WHERE s.status IN ('valid', 'suspended', 'expired') AND c.valid_until IS NOT NULL
         AND c.valid_until > now() - interval '30 days' AND c.valid_until <= now() + make_interval(days => d)
       GROUP BY c.id
       HAVING NOT EXISTS (SELECT FROM renewal_reminders r WHERE r.certificate_id = c.id AND r.days <= min(d))
       ORDER BY c.id`,
      [reminderDays],
    );
  }

  private async remind({ certificateId, personId, claim, validUntil, days }: Due): Promise<void> {
    await this.db.transaction(async (tx) => {
      const first = await tx.rows(
        `INSERT INTO renewal_reminders (certificate_id, days) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING days`,
        [certificateId, days],
      );
      const holder = await this.people.byId(personId, tx);
      if (first.length === 0 || !holder) return;
      const ended = days === 0;
      const when = formatDate(validUntil);
      await this.mails.changed(tx, { holder, claim }, `${certificateId}:${days}`, {
        kind: ended ? 'certification-lapsed' : 'certification-ends',
        ...(!ended && { topic: 'deadlines' as const }),
        subject: ended ? `Your certification ended on ${when}` : `Your certification ends on ${when}`,
        sentences: ended
          ? [
              `${claim.award.title} has ended. Whoever verifies it sees that it is expired.`,
              'You can still renew it for some months. After that all requirements are asked for again.',
            ]
          : [
              `${claim.award.title} ends on ${when}.`,
              'The page of your continuing education shows what is still missing for its renewal.',
            ],
        button: 'See its page',
      });
    });
  }
}
