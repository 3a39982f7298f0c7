import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { DomainError } from '../../shared/index.js';
import { MailChoices } from '../choices/mail-choices.js';
import { topics } from '../topics.js';
import { Deliveries } from './deliveries.js';
import { readReport } from './read-report.js';

/** Takes a report of a mail system about a mail of ours that did not arrive, or that its reader called spam. */
@Injectable()
export class TakeReport {
  constructor(
    private readonly db: Database,
    private readonly deliveries: Deliveries,
    private readonly choices: MailChoices,
  ) {}

  /** @throws not_a_report */
  async execute(raw: Buffer): Promise<void> {
    const report = await readReport(raw);
    const mail = report && (await this.mail(report.mailId));
    if (!report || !mail) {
      throw new DomainError('not_a_report', 'This is no report about a mail of ours.', { kind: 'invalid' });
    }
    await this.db.transaction(async (tx) => {
      await this.deliveries.write(tx, report.mailId, report);
      if (report.outcome !== 'complained') return;
      const none = Object.fromEntries(topics.map((topic) => [topic, false]));
      await this.choices.choose(tx, mail.email, none, 'complaint');
    });
  }

  private mail(id: string): Promise<{ email: string } | undefined> {
    return this.db.row(`SELECT to_email AS email FROM mails WHERE id = $1 AND to_email <> ''`, [id]);
  }
}
