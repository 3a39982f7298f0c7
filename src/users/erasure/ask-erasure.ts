import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Mailer } from '../../mail/index.js';
import { formatDate, newId, notFound } from '../../shared/index.js';
import { CheckCredentials } from '../check-credentials.js';
import { erasureMail } from '../mails/account-mails.js';
import { PeopleQueries } from '../people.queries.js';
import { lastAdmin, ownErasure, wrongPassword } from '../users.errors.js';

/** Days in which it can be taken back. */
export const graceDays = 7;

export interface OwnErasure {
  personId: string;
  email: string;
  currentPassword: string;
  ip: string;
}

/** Asks that an account be erased, after a week in which it can be taken back. Asking twice is asking once. */
@Injectable()
export class AskErasure {
  constructor(
    private readonly db: Database,
    private readonly credentials: CheckCredentials,
    private readonly people: PeopleQueries,
    private readonly mailer: Mailer,
  ) {}

  /** One's own. @throws wrong_password · last_admin · too_many_tries · busy */
  async execute({ personId, email, currentPassword, ip }: OwnErasure): Promise<void> {
    if (!(await this.credentials.execute({ email, password: currentPassword, ip }))) throw wrongPassword();
    await this.ask(personId, personId, null);
  }

  /** Somebody else's, who asked for it elsewhere. @throws not_found · own_erasure · last_admin */
  async for(personId: string, by: string, reason: string): Promise<void> {
    if (personId === by) throw ownErasure();
    await this.ask(personId, by, reason);
  }

  private async ask(personId: string, by: string, reason: string | null): Promise<void> {
    await this.db.transaction(async (tx) => {
      const person = await this.people.byId(personId, tx);
      if (!person) throw notFound('person');
      const others = await tx.row(
        `SELECT 1 FROM people p WHERE p.id = $1 AND (NOT EXISTS (SELECT FROM person_roles WHERE person_id = $1 AND role = 'admin')
           OR EXISTS (SELECT FROM person_roles WHERE person_id <> $1 AND role = 'admin'))`,
        [personId],
      );
      if (!others) throw lastAdmin();
      const asked = await tx.row<{ id: string; dueAt: Date }>(
        `INSERT INTO erasures (id, person_id, asked_by, reason, due_at)
         VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))
         ON CONFLICT (person_id) WHERE taken_back_at IS NULL DO NOTHING RETURNING id, due_at AS "dueAt"`,
        [newId(), personId, by, reason, graceDays],
      );
      if (!asked) return;
      const mail = erasureMail(formatDate(asked.dueAt));
      await this.mailer.send(tx, { to: person, ...mail, dedupeKey: `erasure:${asked.id}` });
    });
  }
}
