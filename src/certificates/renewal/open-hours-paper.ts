import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type KeptPaper, PaperSafe } from '../../eligibility/index.js';
import { newId, sha256 } from '../../shared/index.js';
import { noPaper } from './hours.errors.js';

/** Opens a paper by its link, for the one it was made for; that it was opened is written down before a byte leaves. */
@Injectable()
export class OpenHoursPaper {
  constructor(
    private readonly db: Database,
    private readonly safe: PaperSafe,
  ) {}

  /** @throws not_found when the link is over, another's, or the paper is gone */
  async execute(token: string, personId: string): Promise<{ mediaType: string; bytes: Buffer }> {
    const paper = await this.db.row<KeptPaper & { id: string }>(
      `WITH found AS (
         SELECT p.* FROM hours_paper_links k JOIN hours_papers p ON p.hours_id = k.hours_id
         WHERE k.token_hash = $1 AND k.person_id = $2 AND k.until > now() AND p.deleted_at IS NULL
       ), opened AS (
         INSERT INTO hours_paper_openings (id, hours_id, person_id) SELECT $3, hours_id, $2 FROM found
       )
       SELECT hours_id AS id, media_type AS "mediaType", key_id AS "keyId", wrapped_key AS "wrappedKey", sealed FROM found`,
      [sha256(token), personId, newId()],
    );
    if (!paper) throw noPaper();
    return { mediaType: paper.mediaType, bytes: this.safe.open(paper.id, paper) };
  }
}
