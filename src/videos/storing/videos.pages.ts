import { Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { DomainError } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  readFileForm,
  submit,
  type Viewer,
} from '../../web/index.js';
import { VideoQueries } from '../video.queries.js';
import { VideosView } from '../views/videos.js';
import { AddVideo } from './add-video.js';

/** Bytes: what a form without script may hold in memory. */
const largestForm = 100_000_000;

@PageController('author/videos')
@Allow('author', 'admin')
export class VideosPages {
  constructor(
    private readonly queries: VideoQueries,
    private readonly adding: AddVideo,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return VideosView({ page, videos: await this.queries.all(), form: emptyForm() });
  }

  @Post()
  async add(
    @Page() page: PageContext,
    @Req() request: Request,
    @CurrentViewer() { personId }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const sent = await readFileForm(request, largestForm).catch((error: unknown) => {
      if (error instanceof DomainError) return error;
      throw error;
    });
    return submit({
      ...{ response, schema: z.object({}), body: {} },
      act: async () => {
        if (sent instanceof DomainError) throw sent;
        const { sha256 } = await this.adding.execute({ bytes: once(sent.bytes), name: nameOf(sent.name), personId });
        return `/author/videos#v-${sha256.slice(0, 12)}`;
      },
      view: async (form) => VideosView({ page, videos: await this.queries.all(), form }),
    });
  }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* once(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

const nameOf = (name: string): string => name.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'video';
