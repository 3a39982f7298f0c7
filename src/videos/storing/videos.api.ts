import { Get, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { VideoQueries } from '../video.queries.js';
import { AddVideo } from './add-video.js';
import { keptAnswer, nameAsked, videoAnswer } from './storing.schemas.js';

/** Uploaded videos, for programs of authors. */
@ApiController('author/videos', 'videos')
@Allow('author', 'admin')
export class VideosApi {
  constructor(
    private readonly queries: VideoQueries,
    private readonly adding: AddVideo,
  ) {}

  @Get()
  @Answers(200, z.array(videoAnswer), 'The last 200, newest first')
  async list(): Promise<object[]> {
    return (await this.queries.all()).map(({ uploadedBy: _, ...card }) => card);
  }

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(201, keptAnswer, 'Kept; also when it was already')
  @Refuses('400 malformed', '422 video_refused', '422 file_too_large', '422 file_empty')
  async add(
    @Query({ schema: nameAsked }) { name }: z.infer<typeof nameAsked>,
    @Req() request: Request,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof keptAnswer>> {
    // Destroying the request would cut the connection before the answer is read: the rest is let through, unkept.
    const bytes = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    return this.adding.execute({ bytes, name, personId }).finally(() => request.resume());
  }
}
