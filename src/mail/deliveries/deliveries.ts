import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { Delivery } from './outcome.js';

/** SQL: whether mail to `address` came back for good, and nobody has said since that it is right. */
export const isBroken = (address: string): string =>
  `coalesce((SELECT d.outcome <> 'restored' FROM mail_deliveries d
     WHERE d.address = ${address} AND d.outcome IN ('refused', 'bounced', 'restored') ORDER BY d.id DESC LIMIT 1), false)`;

/** Why mail to an address does not arrive. */
export interface Broken {
  at: Date;
  detail: string;
}

/** The log of what became of mails; nothing in it is ever changed. */
@Injectable()
export class Deliveries {
  constructor(private readonly db: Database) {}

  async write(runner: Runner, mailId: string, { outcome, status, detail }: Delivery): Promise<void> {
    await runner.rows(
      `INSERT INTO mail_deliveries (mail_id, address, outcome, status, detail)
       SELECT id, mail_address(to_email), $2, $3, $4 FROM mails WHERE id = $1`,
      [mailId, outcome, status, detail],
    );
  }

  broken(email: string): Promise<Broken | undefined> {
    return this.db.row<Broken>(
      `SELECT at, detail FROM mail_deliveries WHERE address = mail_address($1) AND outcome IN ('refused', 'bounced')
         AND ${isBroken('mail_address($1)')} ORDER BY id DESC LIMIT 1`,
      [email],
    );
  }

  /** The owner of an address says that it is right. Repeating it changes nothing. */
  async restore(email: string): Promise<void> {
    await this.db.rows(
      `INSERT INTO mail_deliveries (address, outcome) SELECT mail_address($1), 'restored'
       WHERE ${isBroken('mail_address($1)')}`,
      [email],
    );
  }
}
