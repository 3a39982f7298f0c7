import { Injectable } from '@nestjs/common';
import type { AwardContent, ContentFolder } from '../../courses/index.js';
import { Database, type Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { unprovenWording } from '../certificates.errors.js';
import { overclaim } from './award.js';

/** Brings the awards of a content folder in. What is already issued keeps the words it was issued with. */
@Injectable()
export class ImportAwards {
  constructor(private readonly db: Database) {}

  /** @throws award_wording when an award for completed courses is worded as a certification */
  async execute({ awards }: Pick<ContentFolder, 'awards'>): Promise<void> {
    for (const award of awards) {
      const word = overclaim(award);
      if (word) throw unprovenWording(award.file, word);
    }
    await this.db.transaction(async (tx) => {
      await tx.lock('certificates.import');
      for (const award of awards) await keep(tx, award);
    });
  }
}

const keep = (tx: Tx, { slug, file: _, kind, title, statement, ...requirements }: AwardContent) =>
  tx.rows(
    `INSERT INTO awards AS a (id, slug, kind, title, statement, requirements) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (slug) DO UPDATE SET kind = excluded.kind, title = excluded.title, statement = excluded.statement,
       requirements = excluded.requirements
     WHERE (a.kind, a.title, a.statement, a.requirements)
       IS DISTINCT FROM (excluded.kind, excluded.title, excluded.statement, excluded.requirements)`,
    [newId(), slug, kind, title, statement, JSON.stringify(requirements)],
  );
