import { Body, Get, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { SlugPipe } from '../../courses/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ShownVideo } from '../playing/shown-video.js';
import { neededOf } from './needed.js';
import { type KeptWatch, RecordWatch } from './record-watch.js';
import { lengthOf } from './spans.js';
import { WatchQueries } from './watch.queries.js';
import { keptAnswer, toldSchema, videoAnswer } from './watching.schemas.js';

/** The video of a lesson, and how far somebody is with it. */
@ApiController('learning', 'videos')
@Allow('signed-in')
export class WatchingApi {
  constructor(
    private readonly shown: ShownVideo,
    private readonly watches: WatchQueries,
    private readonly recording: RecordWatch,
  ) {}

  @Get(':course/lessons/:lesson/video')
  @Answers(200, videoAnswer)
  @Refuses('401 unauthenticated', '403 not_open_yet', '404 not_found')
  async show(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
  ): Promise<z.infer<typeof videoAnswer>> {
    const { access, video } = await this.shown.of(personId, course, lesson);
    const key = { enrollmentId: access.enrollmentId, lesson, sha256: video.sha256 };
    const [found, speed] = await Promise.all([this.watches.find(key), this.watches.speedOf(access.enrollmentId)]);
    const { rev = 0, position = 0, seen = [] } = found ?? {};
    const { title, seconds, poster, captions, chapters, skip } = video;
    const counted = { seen: asTuples(seen), seenFor: lengthOf(seen), needed: neededOf(video) };
    return {
      ...{ title, seconds, file: `/learn/${course}/${lesson}/video`, poster, captions, chapters, skip },
      watch: { rev, position, speed, ...counted, completed: access.progress[lesson] === true },
    };
  }

  @Put(':course/lessons/:lesson/video/watch')
  @Answers(200, keptAnswer, 'What counts; what is not among it yet may be told again')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '403 not_open_yet', '404 not_found')
  async record(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Body({ schema: toldSchema }) told: z.infer<typeof toldSchema>,
  ): Promise<z.infer<typeof keptAnswer>> {
    return answerOf(await this.recording.execute({ personId, course, lesson, ...told }));
  }
}

const answerOf = ({ rev, position, speed, seen, seenFor, needed, completed }: KeptWatch) => ({
  ...{ rev, position, speed, seen: asTuples(seen), seenFor, needed, completed },
});

const asTuples = (spans: readonly (readonly [number, number])[]) =>
  spans.map(([from, to]): [number, number] => [from, to]);
