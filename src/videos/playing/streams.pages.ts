import { Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SlugPipe } from '../../courses/index.js';
import { VideoStore } from '../../media/index.js';
import { Allow, CurrentViewer, PageController, type Viewer } from '../../web/index.js';
import { noVideo } from '../videos.errors.js';
import { sendVideo } from './send-video.js';
import { ShownVideo } from './shown-video.js';
import { webVtt } from './web-vtt.js';

/** What a player loads. Each request asks anew whether this person may study the course. */
@PageController('learn/:course/:lesson')
@Allow('signed-in')
export class StreamPages {
  constructor(
    private readonly shown: ShownVideo,
    private readonly store: VideoStore,
  ) {}

  @Get('video')
  async video(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { video } = await this.shown.of(personId, course, lesson);
    const kept = await this.store.find(video.sha256);
    if (!kept) throw noVideo();
    await sendVideo(request, response, kept, this.store);
  }

  @Get('captions/:language')
  async captions(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Param('language') language: string,
    @Res() response: Response,
  ): Promise<void> {
    const { video } = await this.shown.of(personId, course, lesson);
    const found = video.captions.find((each) => each.language === language);
    if (!found) throw noVideo();
    response.type('text/vtt').send(webVtt(found.cues));
  }

  @Get('chapters')
  async chapters(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Res() response: Response,
  ): Promise<void> {
    const { video } = await this.shown.of(personId, course, lesson);
    response.type('text/vtt').send(webVtt(video.chapters));
  }
}
