import { Injectable } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { Database } from '../database/index.js';
import { OnJob } from '../jobs/index.js';
import { Config } from '../shared/index.js';

interface MailRow {
  to_name: string;
  to_email: string;
  subject: string;
  html: string;
  text: string;
}

/** Hands one written mail to the mail server; in demo mode the row itself is the mailbox. */
@Injectable()
export class SendMail {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {
    const url = config.values.SMTP_URL;
    this.transport = url
      ? nodemailer.createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 })
      : undefined;
  }

  @OnJob('mail.send')
  async execute({ mailId }: { mailId: string }): Promise<void> {
    const mail = await this.db.row<MailRow>('SELECT * FROM mails WHERE id = $1 AND sent_at IS NULL', [mailId]);
    if (!mail) return;
    await this.transport?.sendMail({
      from: this.config.values.MAIL_FROM,
      to: { name: mail.to_name, address: mail.to_email },
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      // The same id on a second try lets mail systems drop the double.
      messageId: `<${mailId}@${new URL(this.config.baseUrl).hostname}>`,
    });
    await this.db.rows('UPDATE mails SET sent_at = now() WHERE id = $1', [mailId]);
  }
}
