import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Mailer } from '../../mail/index.js';
import { notFound } from '../../shared/index.js';
import { mailsAbout } from './tell-answered.js';

/** Takes one's own words back. Where they were answered, a gap stays. Doing it again changes nothing. */
@Injectable()
export class DeleteComment {
  constructor(
    private readonly db: Database,
    private readonly mailer: Mailer,
  ) {}

  /** @throws not_found. @returns where it stood */
  async execute(personId: string, id: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const gone = await tx.row<{ place: string }>(
        `UPDATE comments SET text = NULL, standing = 'deleted', rev = rev + (standing <> 'deleted')::int
         WHERE id = $1 AND person_id = $2 RETURNING place`,
        [id, personId],
      );
      if (!gone) throw notFound('comment');
      await this.mailer.withdraw(tx, mailsAbout(id));
      return gone.place;
    });
  }
}
