import { Injectable } from '@nestjs/common';
import { treeOf } from '../../courses/index.js';
import { Database, type Runner } from '../../database/index.js';
import type { How } from '../files/write-files.js';
import { type DraftState, type Move, stateAfter } from './draft-state.js';

/** A draft as a list shows it. */
export interface DraftCard {
  id: string;
  course: string;
  /** The title of the course's current edition; null for a course that is not there yet. */
  title: string | null;
  state: DraftState;
  begunBy: string;
  begunAt: Date;
  changedAt: Date;
  /** The edition it began from or took in last; null for none. */
  base: number | null;
  /** The newest edition of the course; null for none. */
  newest: number | null;
  publishAt: Date | null;
}

/** A file of a draft as it is now. */
export interface DraftFile {
  path: string;
  rev: number;
  size: number;
  by: string;
  at: Date;
  /** Whether it differs from what the draft began with. */
  changed: boolean;
}

const card = `d.id, d.course, e.title, m.move, p.name AS "begunBy", d.begun_at AS "begunAt", m.publish_at AS "publishAt",
  coalesce(greatest(m.at, (SELECT max(s.at) FROM draft_saves s WHERE s.draft_id = d.id)), d.begun_at) AS "changedAt",
  (SELECT b.number FROM draft_bases x JOIN content_sources y ON y.id = x.source_id JOIN editions b ON b.id = y.edition_id
   WHERE x.draft_id = d.id ORDER BY x.number DESC LIMIT 1) AS base, e.number AS newest
  FROM drafts d JOIN people p ON p.id = d.begun_by
  LEFT JOIN courses c ON c.slug = d.course LEFT JOIN editions e ON e.id = c.current_edition_id
  LEFT JOIN LATERAL (SELECT move, publish_at, at FROM draft_moves WHERE draft_id = d.id ORDER BY id DESC LIMIT 1) m ON true`;

type Row = Omit<DraftCard, 'state'> & { move: Move | null };
const cardOf = ({ move, ...row }: Row): DraftCard => ({ ...row, state: stateAfter(move) });

@Injectable()
export class DraftQueries {
  constructor(private readonly db: Database) {}

  /** Drafts that are neither published nor discarded, the last changed first. */
  async open(): Promise<DraftCard[]> {
    const rows = await this.db.rows<Row>(
      `SELECT ${card} WHERE coalesce(m.move, '') NOT IN ('published', 'discarded') ORDER BY "changedAt" DESC LIMIT 200`,
    );
    return rows.map(cardOf);
  }

  async find(id: string): Promise<DraftCard | undefined> {
    const row = await this.db.row<Row>(`SELECT ${card} WHERE d.id = $1`, [id]);
    return row && cardOf(row);
  }

  /** The files of a draft as they are now, without those removed. */
  files(id: string): Promise<DraftFile[]> {
    return this.db.rows(
      `SELECT s.path, s.rev, length(k.bytes) AS size, p.name AS by, s.at, s.sha256 IS DISTINCT FROM b.sha256 AS changed
       FROM (SELECT DISTINCT ON (path) * FROM draft_saves WHERE draft_id = $1 ORDER BY path, rev DESC) s
       JOIN kept_files k USING (sha256) JOIN people p ON p.id = s.by
       LEFT JOIN content_source_files b ON b.path = s.path AND b.source_id = (
         SELECT source_id FROM draft_bases WHERE draft_id = $1 ORDER BY number DESC LIMIT 1)
       ORDER BY s.path COLLATE "C"`,
      [id],
    );
  }

  /** Bytes of every file of a draft, by path. */
  contents(id: string, runner: Runner = this.db): Promise<{ path: string; rev: number; how: How; bytes: Buffer }[]> {
    return runner.rows(
      `SELECT s.path, s.rev, s.how, k.bytes
       FROM (SELECT DISTINCT ON (path) * FROM draft_saves WHERE draft_id = $1 ORDER BY path, rev DESC) s
       JOIN kept_files k USING (sha256) ORDER BY s.path COLLATE "C"`,
      [id],
    );
  }

  /** The newest save of every file, also of those removed. */
  async revs(id: string, runner: Runner = this.db): Promise<Map<string, number>> {
    const rows = await runner.rows<{ path: string; rev: number }>(
      'SELECT path, max(rev) AS rev FROM draft_saves WHERE draft_id = $1 GROUP BY path',
      [id],
    );
    return new Map(rows.map(({ path, rev }) => [path, rev]));
  }

  /** How many saves there are. */
  async saves(id: string, runner: Runner = this.db): Promise<number> {
    const row = await runner.row<{ n: number }>('SELECT count(*)::int AS n FROM draft_saves WHERE draft_id = $1', [id]);
    return row!.n;
  }

  /** One hash of all files, as `content_sources` has it. */
  async tree(id: string, runner: Runner = this.db): Promise<string> {
    return treeOf(await this.contents(id, runner));
  }
}
