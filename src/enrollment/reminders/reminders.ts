import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Mailer } from '../../mail/index.js';

/** How the keys of reminders begin, so that those of one person can be taken back. */
export const studyKey = (personId: string): string => `study:${personId}:`;
export const endingKey = (personId: string): string => `ending:${personId}:`;

/** Takes back reminders that have not left, in the transaction in which they stop being true. */
@Injectable()
export class Reminders {
  constructor(private readonly mailer: Mailer) {}

  /** Somebody studies: nothing is to be begun or taken up again. */
  studied(tx: Tx, personId: string): Promise<void> {
    return this.mailer.withdraw(tx, studyKey(personId));
  }

  /** A course is complete, or closed: what is still true is written again by the next look. */
  async changed(tx: Tx, personIds: string[]): Promise<void> {
    for (const personId of new Set(personIds)) {
      await this.mailer.withdraw(tx, studyKey(personId));
      await this.mailer.withdraw(tx, endingKey(personId));
    }
  }
}
