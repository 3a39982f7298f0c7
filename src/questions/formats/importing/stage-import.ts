import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { newId, notFound } from '../../../shared/index.js';
import { formatOf } from '../read-questions.js';
import { fileRefused } from '../refusals.js';
import { heldIn, keptPictures, typesIn } from './held-questions.js';
import { reportOn } from './import-report.js';

export interface FileToImport {
  pool: string;
  fileName: string | undefined;
  /** The topic of questions whose file names none. */
  topic: string | undefined;
  bytes: Buffer;
  by: string;
}

/** Reads a file of questions and says what would become of each; nothing is written but the file and the report. */
@Injectable()
export class StageImport {
  constructor(private readonly db: Database) {}

  /** @returns the id of the waiting import. @throws DomainError not_found, import_refused */
  async execute({ pool, fileName, topic = 'Unsorted', bytes, by }: FileToImport): Promise<{ id: string }> {
    const found = await this.db.row<{ id: string }>('SELECT id FROM pools WHERE slug = $1', [pool]);
    if (!found) throw notFound('pool');
    const name = plainName(fileName);
    const format = formatOf(bytes);
    const here = { pictures: keptPictures(this.db), types: typesIn(this.db, found.id) };
    const file = { bytes, format, defaults: { topic, source: name }, ...here };
    const report = await reportOn(file, heldIn(this.db, found.id));
    if (report.length === 0) throw fileRefused('There is no question in the file.');
    const id = newId();
    await this.db.rows(
      `INSERT INTO question_imports (id, pool_id, file_name, format, topic, bytes, report, uploaded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, found.id, name, format, topic, bytes, JSON.stringify(report), by],
    );
    return { id };
  }
}

/** The name of the file without its folders, safe to show. */
const plainName = (name: string | undefined): string =>
  (name ?? '')
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120) || 'questions';
