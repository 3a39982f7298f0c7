import { Injectable } from '@nestjs/common';
import nodemailer, { type Transporter } from 'nodemailer';
import { Config } from '../../shared/index.js';
import type { Topic } from '../topics.js';

export interface MailRow {
  id: string;
  to_name: string;
  to_email: string;
  subject: string;
  html: string;
  text: string;
  topic: Topic | null;
  stop_token: string | null;
}

/** The way to the mail server. In demo mode there is none: the row itself is the mailbox. */
@Injectable()
export class Post {
  private readonly transport: Transporter | undefined;

  constructor(private readonly config: Config) {
    const url = config.values.SMTP_URL;
    this.transport = url
      ? nodemailer.createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 })
      : undefined;
  }

  async hand(mail: MailRow): Promise<void> {
    await this.transport?.sendMail({
      from: this.config.values.MAIL_FROM,
      to: { name: mail.to_name, address: mail.to_email },
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      // The same id on a second try lets mail systems drop the double.
      messageId: `<${mail.id}@${new URL(this.config.baseUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...this.stopHeaders(mail.stop_token) },
    });
  }

  /** Mail programs show a button of their own (RFC 2369, RFC 8058). */
  private stopHeaders(token: string | null): Record<string, string> {
    if (!token) return {};
    return {
      'List-Unsubscribe': `<${this.config.baseUrl}/mail/stop/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
  }
}
