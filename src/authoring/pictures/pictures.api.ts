import { Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, readUpload, Refuses, type Viewer } from '../../web/index.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { AddPicture, largestPicture, newPicture } from './add-picture.js';
import { PictureQueries } from './picture.queries.js';

const listed = z.array(
  z.object({ path: z.string(), sha256: z.string(), alt: z.string(), usedIn: z.array(z.string()) }),
);

/** The pictures of a draft, for programs. */
@ApiController('author/drafts/:id/pictures', 'authoring')
@Allow('author', 'admin')
export class DraftPicturesApi {
  constructor(
    private readonly pictures: PictureQueries,
    private readonly adding: AddPicture,
  ) {}

  @Get()
  @Answers(200, listed)
  list(@Param('id', DraftIdPipe) id: string): Promise<z.infer<typeof listed>> {
    return this.pictures.of(id);
  }

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(
    201,
    z.object({ path: z.string() }),
    'Photographs are drawn anew, without what they tell of place and person',
  )
  @Refuses('400 malformed', '404 not_found', '409 draft_closed', '422 picture_refused', '422 picture_too_large')
  @Refuses('422 name_taken', '422 file_too_large', '422 file_empty')
  async add(
    @Param('id', DraftIdPipe) id: string,
    @Query({ schema: newPicture }) picture: z.infer<typeof newPicture>,
    @CurrentViewer() { personId }: Viewer,
    @Req() request: Request,
  ): Promise<{ path: string }> {
    const bytes = await readUpload(request, largestPicture);
    return { path: await this.adding.execute(id, { ...picture, bytes, personId }) };
  }
}
