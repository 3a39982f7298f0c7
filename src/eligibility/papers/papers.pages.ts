import { Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow, CurrentViewer, PageController, type Viewer } from '../../web/index.js';
import { OpenPaper } from './open-paper.js';

const named = z.object({ token: z.string().max(64) });

@PageController('licence-papers')
@Allow('signed-in')
export class PapersPages {
  constructor(private readonly opening: OpenPaper) {}

  @Get(':token')
  async show(
    @Param({ schema: named }) { token }: z.infer<typeof named>,
    @CurrentViewer() { personId }: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType, bytes } = await this.opening.execute(token, personId);
    response
      .set('cache-control', 'no-store')
      // Opened by itself it runs nothing and fetches nothing.
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .set('content-disposition', 'inline; filename="licence"')
      .type(mediaType)
      .send(bytes);
  }
}
