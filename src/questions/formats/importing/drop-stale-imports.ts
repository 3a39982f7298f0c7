import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { Every } from '../../../jobs/index.js';

/** Lets go of files nobody confirmed within a day; who uploaded them stays on record. */
@Injectable()
export class DropStaleImports {
  constructor(private readonly db: Database) {}

  @Every('41 * * * *', 'questions.drop-stale-imports')
  async execute(): Promise<void> {
    await this.db.rows('UPDATE question_imports SET bytes = NULL WHERE bytes IS NOT NULL AND expires_at <= now()');
  }
}
