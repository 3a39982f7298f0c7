import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type KeptVideo, VideoStore } from './video-store.js';
import { headLength, videoType } from './video-type.js';

/** Bytes of a piece: what one reader holds in memory at a time. */
const pieceLength = 1_048_576;

/** Videos in rows of one megabyte; small ones that came with their course lie among its files. */
@Injectable()
export class DatabaseVideos extends VideoStore {
  constructor(private readonly db: Database) {
    super();
  }

  async find(sha256: string): Promise<KeptVideo | undefined> {
    const kept = await this.db.row<KeptVideo>(
      'SELECT sha256, size::float8 AS size, type FROM video_files WHERE sha256 = $1',
      [sha256],
    );
    if (kept) return kept;
    const small = await this.db.row<{ size: number; head: Buffer }>(
      'SELECT octet_length(bytes) AS size, substring(bytes FROM 1 FOR $2) AS head FROM kept_files WHERE sha256 = $1',
      [sha256, headLength],
    );
    const type = small && videoType(small.head);
    return type && { sha256, size: small.size, type };
  }

  async *read(sha256: string, first: number, last: number): AsyncIterable<Buffer> {
    for (let at = first; at <= last;) {
      const number = Math.floor(at / pieceLength);
      const within = at - number * pieceLength;
      const most = Math.min(last - at + 1, pieceLength - within);
      const piece = await this.db.row<{ bytes: Buffer }>(onePiece, [sha256, number, within + 1, most, at + 1]);
      if (piece?.bytes.length !== most) throw new Error(`A piece of the video ${sha256} is missing: ${number}.`);
      yield piece.bytes;
      at += most;
    }
  }

  async keep(video: KeptVideo, { path, name, personId }: { path: string; name: string; personId: string }) {
    await this.db.transaction(async (tx) => {
      const isNew = await tx.row(
        `INSERT INTO video_files (sha256, size, type, name, uploaded_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (sha256) DO NOTHING RETURNING 1`,
        [video.sha256, video.size, video.type, name, personId],
      );
      if (!isNew) return;
      let number = 0;
      for await (const bytes of createReadStream(path, { highWaterMark: pieceLength })) {
        await tx.rows('INSERT INTO video_pieces (sha256, number, bytes) VALUES ($1, $2, $3)', [
          video.sha256,
          number,
          bytes,
        ]);
        number += 1;
      }
    });
  }
}

const onePiece = `
  SELECT substring(bytes FROM $3::integer FOR $4::integer) AS bytes FROM video_pieces WHERE sha256 = $1 AND number = $2
  UNION ALL
  SELECT substring(bytes FROM $5::integer FOR $4::integer) FROM kept_files
  WHERE sha256 = $1 AND NOT EXISTS (SELECT FROM video_files WHERE sha256 = $1)`;
