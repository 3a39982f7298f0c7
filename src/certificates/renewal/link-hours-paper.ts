import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { randomToken, sha256 } from '../../shared/index.js';
import { noPaper, ownHours } from './hours.errors.js';

/** How long a link to a paper opens it. */
const linkMinutes = 5;

/** Makes a short link to the paper of reported hours, for one person of the desk. */
@Injectable()
export class LinkHoursPaper {
  constructor(private readonly db: Database) {}

  /** @returns where the paper opens @throws not_found · own_hours */
  async execute(hoursId: string, personId: string): Promise<{ path: string }> {
    const paper = await this.db.row<{ reporter: string }>(
      `SELECT h.person_id AS reporter FROM hours_papers p JOIN education_hours h ON h.id = p.hours_id
       WHERE p.hours_id = $1 AND p.deleted_at IS NULL`,
      [hoursId],
    );
    if (!paper) throw noPaper();
    if (paper.reporter === personId) throw ownHours();
    const token = randomToken();
    await this.db.rows(
      `INSERT INTO hours_paper_links (token_hash, hours_id, person_id, until)
       VALUES ($1, $2, $3, now() + make_interval(mins => ${linkMinutes}))`,
      [sha256(token), hoursId, personId],
    );
    return { path: `/hours-papers/${token}` };
  }
}
