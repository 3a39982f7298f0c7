import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId, notFound } from '../../shared/index.js';
import { ownBan } from '../discussion.errors.js';

interface Ban {
  personId: string;
  banned: boolean;
  reason: string;
  by: string;
}

/** Keeps a person from writing, or lets them write again. What they wrote stays as it is. */
@Injectable()
export class BanWriter {
  constructor(private readonly db: Database) {}

  /** @throws not_found, own_ban */
  async execute({ personId, banned, reason, by }: Ban): Promise<void> {
    const person = await this.db.row<{ isStaff: boolean }>(
      `SELECT EXISTS (SELECT FROM person_roles WHERE person_id = p.id AND role IN ('author', 'admin')) AS "isStaff"
       FROM people p WHERE id = $1 AND erased_at IS NULL`,
      [personId],
    );
    if (!person) throw notFound('person');
    if (person.isStaff && banned) throw ownBan();
    await this.db.transaction(async (tx) => {
      await tx.lock(`discussion.writer:${personId}`);
      await tx.rows('INSERT INTO comment_bans (id, person_id, banned, reason, by) VALUES ($1, $2, $3, $4, $5)', [
        newId(),
        personId,
        banned,
        reason,
        by,
      ]);
    });
  }
}
