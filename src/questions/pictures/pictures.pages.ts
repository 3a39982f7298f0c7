import { Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import { Allow, PageController, styledDrawing } from '../../web/index.js';

const named = z.object({ id: z.string() });

/** The pictures of questions. Their ids cannot be guessed and tell nothing. */
@PageController('question-pictures')
@Allow('signed-in')
export class PicturePages {
  constructor(private readonly db: Database) {}

  @Get(':id')
  async show(@Param({ schema: named }) { id }: z.infer<typeof named>, @Res() response: Response): Promise<void> {
    const picture = z.uuid().safeParse(id).success
      ? await this.db.row<{ mediaType: string; bytes: Buffer }>(
          'SELECT media_type AS "mediaType", bytes FROM pictures WHERE id = $1',
          [id],
        )
      : undefined;
    if (!picture) throw notFound('picture');
    const { mediaType, bytes } = picture;
    response
      .set('cache-control', 'private, max-age=31536000, immutable')
      // A drawing opened by itself runs nothing and fetches nothing.
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      .type(mediaType)
      .send(mediaType === 'image/svg+xml' ? Buffer.from(styledDrawing(bytes.toString())) : bytes);
  }
}
