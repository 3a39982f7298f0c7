import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** Takes away one's own note; also when it was gone already. */
@Injectable()
export class DeleteNote {
  constructor(private readonly db: Database) {}

  async execute(personId: string, id: string): Promise<void> {
    await this.db.rows(
      'DELETE FROM study_notes n USING enrollments e WHERE n.id = $1 AND e.id = n.enrollment_id AND e.person_id = $2',
      [id, personId],
    );
  }
}
