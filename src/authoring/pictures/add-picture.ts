import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { whyNoDrawing } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { pictureType, redrawPicture } from '../../documents/index.js';
import { Facts } from '../../jobs/index.js';
import { endingOf, longestSide, sha256Of } from '../../media/index.js';
import { invalidField, newId, slug, words } from '../../shared/index.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { lockForWriting } from '../drafts/lock-draft.js';
import { writeFiles } from '../files/write-files.js';

export const newPicture = z.object({
  name: slug.max(60, 'it is longer than 60 characters'),
  alt: words(1000).describe('What it teaches, for those who do not see it'),
  replace: z.literal('yes').optional(),
});

/** Bytes of an upload. */
export const largestPicture = 8_000_000;

/** Puts a picture into a draft: photographs are drawn anew without what they tell of place and person, drawings are checked. */
@Injectable()
export class AddPicture {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftQueries,
    private readonly facts: Facts,
  ) {}

  /** @returns its path. @throws not_found, draft_closed, picture_refused, picture_too_large, name_taken at their fields */
  async execute(draftId: string, sent: z.infer<typeof newPicture> & { bytes: Buffer; personId: string }) {
    const { name, alt, personId, replace } = sent;
    const { bytes, ending } = await taken(sent.bytes);
    const path = `pictures/${name}.${ending}`;
    await this.db.transaction(async (tx) => {
      await lockForWriting(tx, draftId);
      const there = (await this.drafts.contents(draftId, tx)).find((file) => file.path === path);
      if (there && !replace)
        throw invalidField('name', 'A picture of this name is there: choose another, or replace it.', 'name_taken');
      const rev = ((await this.drafts.revs(draftId, tx)).get(path) ?? 0) + 1;
      const changes = there?.bytes.equals(bytes) ? [] : [{ path, rev, bytes }];
      await writeFiles(tx, { draftId, personId, how: 'picture', changes });
      await tx.rows('INSERT INTO picture_texts (id, sha256, alt, by) VALUES ($1, $2, $3, $4)', [
        ...[newId(), sha256Of(bytes), alt, personId],
      ]);
      this.facts.record(tx, 'draft.pictured', { draftId, path, personId });
    });
    return path;
  }
}

async function taken(bytes: Buffer): Promise<{ bytes: Buffer; ending: string }> {
  const type = pictureType(bytes);
  if (!type) {
    const text = bytes.toString('utf8');
    if (!/^\ufeff?\s*</.test(text)) throw refused('Choose a drawing as SVG, or a picture as PNG, JPEG or WebP.');
    const why = whyNoDrawing(text);
    if (why) throw refused(`Line ${why.line} of the drawing: ${why.message}`);
    return { bytes, ending: 'svg' };
  }
  const drawn = await redrawPicture(bytes, type, { longest: longestSide, mostPixels: 50_000_000 });
  if (!('refused' in drawn)) return { bytes: drawn.bytes, ending: endingOf(type) };
  if (drawn.refused === 'broken') throw refused('This picture cannot be read: the file is damaged.');
  throw invalidField('file', 'The picture is too large: send at most 8 MB and 50 million pixels.', 'picture_too_large');
}

const refused = (sentence: string) => invalidField('file', sentence, 'picture_refused');
