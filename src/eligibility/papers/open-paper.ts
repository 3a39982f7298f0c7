import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId, sha256 } from '../../shared/index.js';
import { noSuchPaper } from '../licences/licence.errors.js';
import { PaperKeys } from './paper-keys.js';
import { type SealedPaper, unseal } from './seal.js';
import type { TakenPaper } from './take-paper.js';

/** Opens a paper by its link, for the one it was made for; that it was opened is written down before a byte leaves. */
@Injectable()
export class OpenPaper {
  constructor(
    private readonly db: Database,
    private readonly keys: PaperKeys,
  ) {}

  /** @throws not_found when the link is over, another's, or the paper is gone */
  async execute(token: string, personId: string): Promise<TakenPaper> {
    const paper = await this.db.row<SealedPaper & Pick<TakenPaper, 'mediaType'> & { id: string }>(
      `WITH found AS (
         SELECT p.id, p.media_type, p.key_id, p.wrapped_key, p.sealed
         FROM paper_links k JOIN licence_papers p ON p.id = k.paper_id
         WHERE k.token_hash = $1 AND k.person_id = $2 AND k.until > now() AND p.deleted_at IS NULL
       ), opened AS (
         INSERT INTO paper_openings (id, paper_id, person_id) SELECT $3, id, $2 FROM found
       )
       SELECT id, media_type AS "mediaType", key_id AS "keyId", wrapped_key AS "wrappedKey", sealed FROM found`,
      [sha256(token), personId, newId()],
    );
    if (!paper) throw noSuchPaper();
    return { mediaType: paper.mediaType, bytes: unseal(this.keys, paper.id, paper) };
  }
}
