import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Claim, claimsIn, readLesson, type Source } from '../content-reader/index.js';

/** A claim of a current edition, with what it rests on. */
export interface StandingClaim {
  course: string;
  title: string;
  lesson: string;
  line: number;
  kind: string;
  text: string;
  sources: Source[];
  /** The last clinical review: of the claim, or of the lesson. */
  reviewed: string;
  /** Who answers for the course. */
  owner: string;
}

type FileClaim = Omit<StandingClaim, 'course' | 'title' | 'owner'>;

/** A file never changes under its hash, so each is read once. */
const mostKept = 20_000;

@Injectable()
export class ClaimQueries {
  private readonly known = new Map<string, FileClaim[]>();

  constructor(private readonly db: Database) {}

  /** The claims of every current edition, in the order in which they were reviewed. */
  async standing(): Promise<StandingClaim[]> {
    const files = await this.db.rows<{ course: string; title: string; owner: string; path: string; sha256: string }>(
      `SELECT c.slug AS course, e.title, e.reviewed_by AS owner, f.path, f.sha256
       FROM courses c JOIN editions e ON e.id = c.current_edition_id
       JOIN LATERAL (SELECT id FROM content_sources WHERE edition_id = e.id ORDER BY id DESC LIMIT 1) s ON true
       JOIN content_source_files f ON f.source_id = s.id AND f.path LIKE 'lessons/%' ORDER BY c.slug, f.path`,
    );
    await this.read(files.map(({ sha256 }) => sha256));
    return files
      .flatMap(({ path, sha256, ...course }) =>
        (this.known.get(sha256) ?? []).map((claim) => ({ ...course, ...claim, lesson: path })),
      )
      .sort((a, b) => (a.reviewed < b.reviewed ? -1 : a.reviewed > b.reviewed ? 1 : 0));
  }

  private async read(hashes: string[]): Promise<void> {
    const unread = hashes.filter((sha256) => !this.known.has(sha256));
    if (unread.length === 0) return;
    if (this.known.size > mostKept) this.known.clear();
    const rows = await this.db.rows<{ sha256: string; bytes: Buffer }>(
      'SELECT sha256, bytes FROM kept_files WHERE sha256 = ANY($1::text[])',
      [unread],
    );
    for (const { sha256, bytes } of rows) this.known.set(sha256, await claimsOf(bytes));
  }
}

async function claimsOf(bytes: Buffer): Promise<FileClaim[]> {
  const lesson = await readLesson(bytes);
  if (!lesson) return [];
  const { sources, reviewed } = lesson.data;
  return claimsIn(lesson.body, lesson.bodyLine).map(({ line, kind, text, ...own }: Claim) => ({
    ...{ lesson: '', line, kind, text, reviewed: own.reviewed ?? reviewed },
    sources: own.sources ? own.sources.flatMap((number) => sources[number - 1] ?? []) : sources,
  }));
}
