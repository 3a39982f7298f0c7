import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { sha256Of } from '../../media/index.js';
import { DraftQueries } from '../drafts/draft.queries.js';

/** A picture of a draft. */
export interface DraftPicture {
  path: string;
  sha256: string;
  /** In words, as whoever brought it said, or as a lesson says; empty when nobody did. */
  alt: string;
  /** The files that show it. */
  usedIn: string[];
}

@Injectable()
export class PictureQueries {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftQueries,
  ) {}

  /** Every picture of a draft, with where it is used. */
  async of(draftId: string): Promise<DraftPicture[]> {
    const files = await this.drafts.contents(draftId);
    const pictures = files.filter(({ path }) => path.startsWith('pictures/'));
    const hashes = pictures.map(({ bytes }) => sha256Of(bytes));
    const said = await this.db.rows<{ sha256: string; alt: string }>(
      `SELECT DISTINCT ON (sha256) sha256, alt FROM picture_texts WHERE sha256 = ANY($1::text[]) ORDER BY sha256, id DESC`,
      [hashes],
    );
    const texts = files
      .filter(({ path }) => path.endsWith('.md'))
      .map(({ path, bytes }) => ({ path, text: bytes.toString('utf8') }));
    return pictures.map(({ path }, at) => {
      const users = texts.filter(({ text }) => text.includes(`](${path}`));
      const shown = users.map(({ text }) => altIn(text, path)).find(Boolean);
      return {
        ...{ path, sha256: hashes[at]!, usedIn: users.map((user) => user.path) },
        alt: said.find(({ sha256 }) => sha256 === hashes[at])?.alt ?? shown ?? '',
      };
    });
  }
}

/** The alternative text that a lesson gives the picture. */
function altIn(text: string, path: string): string | undefined {
  const end = text.indexOf(`](${path}`);
  const from = text.lastIndexOf('![', end);
  return from < 0 ? undefined : text.slice(from + 2, end);
}
