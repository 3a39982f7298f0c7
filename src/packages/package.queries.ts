import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { Manifest } from './manifest/manifest.js';

/** A package as authors see it. */
export interface PackageCard {
  id: string;
  course: string;
  lesson: string;
  number: number;
  title: string;
  standard: string;
  manifest: Manifest;
  files: number;
  bytes: number;
  uploadedBy: string;
  uploadedAt: Date;
  /** Learners who opened it, and those whose every item is done. */
  opened: number;
  finished: number;
}

const card = `p.id, c.slug AS course, p.lesson, p.number, p.title, p.standard, p.manifest, u.name AS "uploadedBy",
  p.uploaded_at AS "uploadedAt", f.files, f.bytes, r.opened, r.finished
  FROM packages p JOIN courses c ON c.id = p.course_id JOIN people u ON u.id = p.uploaded_by
  CROSS JOIN LATERAL (SELECT count(*)::int AS files, coalesce(sum(size), 0)::bigint AS bytes
    FROM package_files WHERE package_id = p.id) f
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS opened, (count(*) FILTER (WHERE done = jsonb_array_length(p.manifest -> 'items')))::int AS finished
    FROM (SELECT (SELECT count(DISTINCT s.item) FROM package_states s WHERE s.registration_id = g.id AND s.completed) AS done
      FROM package_registrations g WHERE g.package_id = p.id) each_one) r`;

@Injectable()
export class PackageQueries {
  constructor(private readonly db: Database) {}

  /** The newest first; the last 200. */
  all(): Promise<PackageCard[]> {
    return this.db.rows(`SELECT ${card} ORDER BY p.id DESC LIMIT 200`);
  }

  find(id: string): Promise<PackageCard | undefined> {
    return this.db.row(`SELECT ${card} WHERE p.id = $1`, [id]);
  }
}
