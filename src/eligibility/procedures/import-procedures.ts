import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { PutPictures } from '../../questions/index.js';
import { readProcedures } from './procedure-content.js';

/** Brings the procedures of a content folder in. One that once stood stays: old logbooks name it. */
@Injectable()
export class ImportProcedures {
  constructor(
    private readonly db: Database,
    private readonly pictures: PutPictures,
  ) {}

  /** @param folder a content folder. @throws ContentProblem */
  async execute(folder: string): Promise<void> {
    const procedures = await readProcedures(folder);
    const rows = procedures.map(({ file: _, ...row }) => row);
    await this.db.transaction(async (tx) => {
      await tx.lock('eligibility.import-procedures');
      await this.pictures.put(
        tx,
        // One statement must not name the same picture twice.
        [...new Map(procedures.map(({ picture, file }) => [picture.id, file])).values()],
      );
      await tx.rows(
        `INSERT INTO procedures (slug, title, kind, unit, depths, picture, position)
         SELECT r.slug, r.title, r.kind, r.unit, r.depths, r.picture, r.position
         FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
           AS (slug text, title text, kind text, unit text, depths text[], picture jsonb)) WITH ORDINALITY
           AS r (slug, title, kind, unit, depths, picture, position)
         ON CONFLICT ON CONSTRAINT pk_procedures DO UPDATE SET title = excluded.title, kind = excluded.kind,
           unit = excluded.unit, depths = excluded.depths, picture = excluded.picture, position = excluded.position`,
        [JSON.stringify(rows)],
      );
    });
  }
}
