import { Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Database } from '../database/index.js';
import { pictureType } from '../documents/index.js';
import { notFound } from '../shared/index.js';
import { Allow, PageController } from '../web/index.js';
import { endingOf } from './picture-facts.js';

/** The pictures of lessons, by the hash of their bytes: what is not known cannot be guessed, and never changes. */
@PageController('pictures')
@Allow('anyone')
export class KeptPicturePages {
  constructor(private readonly db: Database) {}

  @Get(':name')
  async show(@Param('name') name: string, @Res() response: Response): Promise<void> {
    const [, sha256, ending] = /^([0-9a-f]{64})\.(png|jpg|webp)$/.exec(name) ?? [];
    const kept = sha256
      ? await this.db.row<{ bytes: Buffer }>('SELECT bytes FROM kept_files WHERE sha256 = $1', [sha256])
      : undefined;
    // Other files are kept in the same place: only what is a picture by its content leaves from here.
    const type = kept && pictureType(kept.bytes);
    if (!type || endingOf(type) !== ending) throw notFound('picture');
    response
      .set('cache-control', 'public, max-age=31536000, immutable')
      .set('content-security-policy', "default-src 'none'; sandbox")
      .type(type)
      .send(kept.bytes);
  }
}
