import type { DataCheck } from '../database/index.js';

/** What must hold of the videos that were uploaded. */
export const videosChecks: DataCheck[] = [
  {
    invariant: 'I6',
    says: 'every piece of an uploaded video is there, and together they are as long as it',
    sql: `SELECT 'video ' || f.sha256 || ' has ' || count(p.number) || ' pieces, ' || coalesce(sum(octet_length(p.bytes)), 0) ||
        ' of ' || f.size || ' bytes' AS what
      FROM video_files f LEFT JOIN video_pieces p ON p.sha256 = f.sha256 GROUP BY f.sha256, f.size
      HAVING coalesce(sum(octet_length(p.bytes)), 0) <> f.size OR max(p.number) <> count(p.number) - 1`,
  },
  {
    invariant: 'I6',
    says: 'nobody saw more of a video than the time in which it was watched can hold, at double speed',
    sql: `SELECT 'lesson ' || lesson || ' of enrollment ' || enrollment_id || ': ' || milliseconds || ' ms seen' AS what
      FROM (SELECT *, (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(seen) AS r) AS milliseconds
        FROM video_watches) AS w
      WHERE milliseconds > 2000 * extract(epoch FROM heard_at - began_at) + 2`,
  },
];
