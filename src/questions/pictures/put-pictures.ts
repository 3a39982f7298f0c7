import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';

export interface PictureFile {
  mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg' | 'image/webp';
  bytes: Buffer;
}

/**
 * The id of a picture, made of its bytes: the same picture is stored once, and the id tells nothing to who has not the
 * picture. A UUID of version 8 (RFC 9562).
 */
export function pictureId(bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Stores pictures of questions; one that is there already stays as it is. */
@Injectable()
export class PutPictures {
  async put(tx: Tx, pictures: PictureFile[]): Promise<void> {
    if (pictures.length === 0) return;
    await tx.rows(
      `INSERT INTO pictures (id, media_type, bytes)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[]) ON CONFLICT ON CONSTRAINT pk_pictures DO NOTHING`,
      [
        pictures.map(({ bytes }) => pictureId(bytes)),
        pictures.map(({ mediaType }) => mediaType),
        pictures.map(({ bytes }) => bytes),
      ],
    );
  }
}
