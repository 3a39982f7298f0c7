import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { notFound } from '../../../shared/index.js';
import type { AuthoredQuestion } from '../../authored.js';
import { type ExportFormat, exportFormats, type ExportRow, writeFile, written } from './write-file.js';

export interface ExportReport {
  slug: string;
  title: string;
  formats: { format: ExportFormat; total: number; left: ExportRow[]; changed: ExportRow[] }[];
}

/** Gives a pool's questions, each in its latest version, as a file; and says before what each format cannot hold. */
@Injectable()
export class ExportQuestions {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not_found */
  async execute(pool: string, format: ExportFormat): Promise<Buffer> {
    return writeFile((await this.questions(pool)).questions, format);
  }

  /** What is left out or changed, format by format. @throws DomainError not_found */
  async report(pool: string): Promise<ExportReport> {
    const { title, questions } = await this.questions(pool);
    const formats = exportFormats.map((format) => {
      const rows = questions.map((question) => {
        const { slug, notes, reason } = written(question, format);
        return { slug, notes, ...(reason !== undefined && { reason }) };
      });
      return {
        format,
        total: rows.length,
        left: rows.filter(({ reason }) => reason !== undefined),
        changed: rows.filter(({ notes }) => notes.length > 0),
      };
    });
    return { slug: pool, title, formats };
  }

  private async questions(pool: string): Promise<{ title: string; questions: AuthoredQuestion[] }> {
    const found = await this.db.row<{ id: string; title: string }>('SELECT id, title FROM pools WHERE slug = $1', [
      pool,
    ]);
    if (!found) throw notFound('pool');
    const rows = await this.db.rows<{ authored: AuthoredQuestion }>(
      `SELECT v.authored FROM questions q JOIN LATERAL (
         SELECT authored, topic FROM question_versions WHERE question_id = q.id ORDER BY number DESC LIMIT 1
       ) v ON v.authored IS NOT NULL
       WHERE q.pool_id = $1 AND q.retired_at IS NULL ORDER BY v.topic, q.slug`,
      [found.id],
    );
    return { title: found.title, questions: rows.map(({ authored }) => authored) };
  }
}
