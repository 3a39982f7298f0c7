import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { noAssignment } from '../seats.errors.js';

/** The holder of a clinic's seat stops showing the clinic their progress, or shows it again. The seat stays theirs. */
@Injectable()
export class ShareProgress {
  constructor(private readonly db: Database) {}

  /** @throws not_found */
  async execute({ assignmentId, personId, shares }: { assignmentId: string; personId: string; shares: boolean }) {
    const found = await this.db.row(
      `UPDATE seat_assignments SET sharing_ended_at = CASE WHEN $3 THEN NULL ELSE coalesce(sharing_ended_at, now()) END
       WHERE id = $1 AND person_id = $2 AND clinic_id IS NOT NULL RETURNING id`,
      [assignmentId, personId, shares],
    );
    if (!found) throw noAssignment('seat');
  }
}
