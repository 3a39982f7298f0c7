import { Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { SlugPipe } from '../../courses/index.js';
import { Allow, CurrentViewer, Page, PageController, type PageContext, type Viewer } from '../../web/index.js';
import { PlayerView } from '../views/player.js';
import { OpenPackage } from './open-package.js';
import { askedItem } from './playing.schemas.js';

@PageController()
@Allow('signed-in')
export class PlayingPages {
  constructor(private readonly opening: OpenPackage) {}

  @Get('learn/:course/:lesson/package')
  async play(
    @Page() page: PageContext,
    @CurrentViewer() { personId, name }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Query({ schema: askedItem }) { item }: z.infer<typeof askedItem>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const opened = await this.opening.execute(personId, course, lesson, item);
    const policy = String(response.getHeader('content-security-policy'));
    response.setHeader('content-security-policy', `${policy};frame-src ${new URL(opened.frame).origin}`);
    return PlayerView({ page, opened, learner: name });
  }
}
