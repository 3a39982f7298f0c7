import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { notFound } from '../../../shared/index.js';
import type { ReportRow } from './import-report.js';

export interface StoredImport {
  id: string;
  pool: string;
  poolTitle: string;
  fileName: string;
  format: string;
  report: ReportRow[];
  uploadedAt: Date;
  state: 'waiting' | 'expired' | 'committed';
  added: number | null;
}

@Injectable()
export class ImportQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError not_found */
  async find(pool: string, id: string): Promise<StoredImport> {
    const row = await this.db.row<StoredImport>(
      `SELECT i.id, p.slug AS pool, p.title AS "poolTitle", i.file_name AS "fileName", i.format, i.report, i.added,
         i.uploaded_at AS "uploadedAt",
         CASE WHEN i.committed_at IS NOT NULL THEN 'committed'
           WHEN i.bytes IS NULL OR i.expires_at <= now() THEN 'expired' ELSE 'waiting' END AS state
       FROM question_imports i JOIN pools p ON p.id = i.pool_id WHERE i.id = $1 AND p.slug = $2`,
      [id, pool],
    );
    if (!row) throw notFound('import');
    return row;
  }

  /** @throws DomainError not_found */
  async pool(slug: string): Promise<{ slug: string; title: string }> {
    const row = await this.db.row<{ slug: string; title: string }>('SELECT slug, title FROM pools WHERE slug = $1', [
      slug,
    ]);
    if (!row) throw notFound('pool');
    return row;
  }
}
