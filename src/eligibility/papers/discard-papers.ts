import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every, OnFact } from '../../jobs/index.js';

/** Deletes the content of papers that nobody needs any more: the licence is decided on or taken back. The record stays. */
@Injectable()
export class DiscardPapers {
  constructor(private readonly db: Database) {}

  @OnFact('licence.verified', 'eligibility.discard-verified')
  @OnFact('licence.refused', 'eligibility.discard-refused')
  @Every('*/15 * * * *', 'eligibility.discard-papers')
  async execute(): Promise<void> {
    await this.db.rows(
      `UPDATE licence_papers p SET sealed = NULL, wrapped_key = NULL, deleted_at = now() FROM licences l
       WHERE l.id = p.licence_id AND p.deleted_at IS NULL AND l.status NOT IN ('unsent', 'waiting', 'asked')`,
    );
    await this.db.rows(`DELETE FROM paper_links WHERE until < now() - interval '1 day'`);
  }
}
