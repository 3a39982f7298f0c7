import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';

export interface MailSummary {
  id: string;
  toEmail: string;
  kind: string;
  subject: string;
  text: string;
  createdAt: Date;
  sentAt: Date | null;
}

const columns = `id, to_email AS "toEmail", kind, subject, text, created_at AS "createdAt", sent_at AS "sentAt"`;

@Injectable()
export class MailQueries {
  constructor(private readonly db: Database) {}

  latest(limit: number, to?: string): Promise<MailSummary[]> {
    return this.db.rows(
      `SELECT ${columns} FROM mails WHERE $2::text IS NULL OR to_email = $2 ORDER BY created_at DESC, id DESC LIMIT $1`,
      [limit, to ?? null],
    );
  }

  byId(id: string): Promise<(MailSummary & { html: string }) | undefined> {
    return this.db.row(`SELECT ${columns}, html FROM mails WHERE id = $1`, [id]);
  }
}
