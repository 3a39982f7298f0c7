import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { randomToken, sha256 } from '../../shared/index.js';

/** How long a link to a paper opens it. */
export const linkMinutes = 5;

export interface LinkedPaper {
  mediaType: string;
  path: string;
}

/** Makes short links to the papers of a licence that are still there, for one person. Who may have them is decided before. */
@Injectable()
export class LinkPapers {
  constructor(private readonly db: Database) {}

  async execute(licenceId: string, personId: string): Promise<LinkedPaper[]> {
    const papers = await this.db.rows<{ id: string; mediaType: string }>(
      `SELECT id, media_type AS "mediaType" FROM licence_papers
       WHERE licence_id = $1 AND deleted_at IS NULL ORDER BY sent_at DESC, id DESC`,
      [licenceId],
    );
    const linked = papers.map(({ id, mediaType }) => ({ id, mediaType, token: randomToken() }));
    if (linked.length > 0) {
      await this.db.rows(
        `INSERT INTO paper_links (token_hash, paper_id, person_id, until)
         SELECT hash, paper, $3, now() + make_interval(mins => ${linkMinutes})
         FROM unnest($1::bytea[], $2::uuid[]) AS made (hash, paper)`,
        [linked.map(({ token }) => sha256(token)), linked.map(({ id }) => id), personId],
      );
    }
    return linked.map(({ mediaType, token }) => ({ mediaType, path: `/licence-papers/${token}` }));
  }
}
