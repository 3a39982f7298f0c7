import type { Runner } from '../../database/index.js';
import type { ContentFolder, Problem } from '../content-reader/index.js';

/** The lessons that name a video which nobody uploaded, at the line that names it. */
export async function missingVideos(runner: Runner, { courses }: ContentFolder): Promise<Problem[]> {
  const named = courses
    .flatMap(({ lessons }) => lessons)
    .flatMap(({ file, uploaded }) => (uploaded ? [{ file, ...uploaded }] : []));
  if (named.length === 0) return [];
  const rows = await runner.rows<{ sha256: string }>('SELECT sha256 FROM video_files WHERE sha256 = ANY($1::text[])', [
    named.map(({ sha256 }) => sha256),
  ]);
  const known = new Set(rows.map(({ sha256 }) => sha256));
  return named
    .filter(({ sha256 }) => !known.has(sha256))
    .map(({ file, line }) => ({ file, line, message: 'No video with this hash was uploaded.' }));
}
