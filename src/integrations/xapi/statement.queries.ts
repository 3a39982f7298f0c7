import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { RecordStore } from './record-store.js';

export interface KeptStatement {
  id: string;
  verb: string;
  object: string;
  standing: 'waiting' | 'stored' | 'failed';
  tries: number;
  outcome: string | null;
  status: number | null;
  writtenAt: Date;
  nextAt: Date | null;
}

export interface StatementOverview {
  hasStore: boolean;
  waiting: number;
  stored: number;
  failed: number;
  latest: KeptStatement[];
}

@Injectable()
export class StatementQueries {
  constructor(
    private readonly db: Database,
    private readonly store: RecordStore,
  ) {}

  /** How many wait, and the latest hundred: what failed first, then what waits. */
  async overview(): Promise<StatementOverview> {
    const counted = await this.db.row<Pick<StatementOverview, 'waiting' | 'stored' | 'failed'>>(
      `SELECT count(*) FILTER (WHERE standing = 'waiting') AS waiting, count(*) FILTER (WHERE standing = 'stored') AS stored,
         count(*) FILTER (WHERE standing = 'failed') AS failed FROM xapi_statements`,
    );
    const latest = await this.db.rows<KeptStatement>(
      `SELECT id, verb, statement::jsonb -> 'object' -> 'definition' -> 'name' ->> 'en' AS object, standing, tries, outcome,
         status, written_at AS "writtenAt", next_at AS "nextAt"
       FROM xapi_statements ORDER BY (standing = 'failed') DESC, (standing = 'waiting' AND tries > 0) DESC, written_at DESC, id
       LIMIT 100`,
    );
    return { hasStore: this.store.isThere, ...counted!, latest };
  }
}
