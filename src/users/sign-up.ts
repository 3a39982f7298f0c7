import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../database/index.js';
import { Facts, Jobs } from '../jobs/index.js';
import { Mailer } from '../mail/index.js';
import { newId } from '../shared/index.js';
import { confirmMail, knownAddressMail } from './mails/account-mails.js';
import { requireGoodPassword } from './passwords/password-rules.js';
import { Passwords } from './passwords/passwords.js';
import { Tries } from './throttle/tries.js';
import { Tokens } from './tokens.js';

export interface NewPerson {
  name: string;
  email: string;
  password: string;
  /** Where the confirmation leads; a checked path of ours. */
  next?: string | undefined;
  ip: string;
}

/**
 * A visitor becomes a learner. Nothing in the answer, nor how long it takes, tells whether the e-mail was known: its owner
 * is told by mail.
 */
@Injectable()
export class SignUp {
  constructor(
    private readonly db: Database,
    private readonly passwords: Passwords,
    private readonly tokens: Tokens,
    private readonly tries: Tries,
    private readonly mailer: Mailer,
    private readonly facts: Facts,
    private readonly jobs: Jobs,
  ) {}

  /** @throws weak_password, too_many_tries, busy */
  async execute(person: NewPerson): Promise<void> {
    await requireGoodPassword(person);
    await this.tries.noteRequest('sign-up', person.email, person.ip);
    const passwordHash = await this.passwords.hash(person.password);
    await this.db.transaction(async (tx) => {
      const personId = await this.add(tx, person, passwordHash);
      if (personId) await this.welcome(tx, personId, person);
      else await this.tellOwner(tx, person.email);
    });
  }

  private async add(tx: Tx, { name, email }: NewPerson, passwordHash: string): Promise<string | undefined> {
    const added = await tx.row<{ id: string }>(
      `WITH person AS (
         INSERT INTO people (id, name, email, password_hash) VALUES ($1, $2, $3, $4)
         ON CONFLICT (lower(email)) DO NOTHING RETURNING id
       ), learner AS (INSERT INTO person_roles (person_id, role) SELECT id, 'learner' FROM person)
       SELECT id FROM person`,
      [newId(), name, email, passwordHash],
    );
    return added?.id;
  }

  private async welcome(tx: Tx, personId: string, { email, next }: NewPerson): Promise<void> {
    this.facts.record(tx, 'person.signed-up', { personId });
    const token = await this.tokens.issue(tx, 'confirm-email', personId, next);
    // The name was typed by somebody who may be a stranger to this mailbox: it is not passed on.
    await this.mailer.send(tx, { to: { name: email, email }, ...confirmMail(token!) });
  }

  private async tellOwner(tx: Tx, email: string): Promise<void> {
    const owner = await tx.row<{ id: string; name: string; email: string }>(
      'SELECT id, name, email FROM people WHERE lower(email) = lower($1)',
      [email],
    );
    const token = owner && (await this.tokens.issue(tx, 'reset-password', owner.id));
    // No more mail for now; a job for a mail that is not there keeps the answer from being quicker.
    if (!token) return this.jobs.enqueue(tx, 'mail.send', { mailId: newId() });
    await this.mailer.send(tx, { to: owner, ...knownAddressMail(token) });
  }
}
