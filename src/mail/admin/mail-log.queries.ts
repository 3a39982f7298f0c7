import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Outcome } from '../deliveries/outcome.js';
import type { Topic } from '../topics.js';
import type { MailFilter, MailState } from './mail-filter.js';

/** A mail as staff see it: what became of it, and not what it says. */
export interface LoggedMail {
  id: string;
  toEmail: string;
  kind: string;
  topic: Topic | null;
  state: MailState;
  /** Why it was withheld, or the last thing a server said. */
  why: string;
  createdAt: Date;
}

export interface Tried {
  outcome: Outcome;
  status: string | null;
  detail: string;
  at: Date;
}

const last = `LEFT JOIN LATERAL (SELECT d.outcome, d.detail FROM mail_deliveries d WHERE d.mail_id = m.id
  ORDER BY d.id DESC LIMIT 1) d ON true`;
const state = `CASE WHEN m.withheld_at IS NOT NULL THEN 'withheld' WHEN m.failed_at IS NOT NULL THEN 'failed'
  WHEN m.sent_at IS NULL THEN 'waiting' WHEN d.outcome IN ('bounced', 'rejected') THEN 'bounced' ELSE 'sent' END`;
const columns = `m.id, m.to_email AS "toEmail", m.kind, m.topic, ${state} AS state,
  coalesce(m.withheld_why, d.detail, '') AS why, m.created_at AS "createdAt"`;

@Injectable()
export class MailLogQueries {
  constructor(private readonly db: Database) {}

  /** The newest first. */
  list(filter: Partial<MailFilter>, limit: number, after: string | null): Promise<LoggedMail[]> {
    return this.db.rows(
      `SELECT ${columns} FROM mails m ${last}
       WHERE ($1::text IS NULL OR lower(m.to_email) = $1) AND ($2::text IS NULL OR m.kind = $2)
         AND ($3::text IS NULL OR m.topic = $3) AND ($4::text IS NULL OR ${state} = $4)
         AND ($5::uuid IS NULL OR (m.created_at, m.id) < (SELECT created_at, id FROM mails WHERE id = $5))
       ORDER BY m.created_at DESC, m.id DESC LIMIT $6`,
      [filter.to ?? null, filter.kind ?? null, filter.topic ?? null, filter.state ?? null, after, limit],
    );
  }

  async one(id: string): Promise<(LoggedMail & { tries: Tried[] }) | undefined> {
    const mail = await this.db.row<LoggedMail>(`SELECT ${columns} FROM mails m ${last} WHERE m.id = $1`, [id]);
    const tries = await this.db.rows<Tried>(
      'SELECT outcome, status, detail, at FROM mail_deliveries WHERE mail_id = $1 ORDER BY id',
      [id],
    );
    return mail && { ...mail, tries };
  }
}
