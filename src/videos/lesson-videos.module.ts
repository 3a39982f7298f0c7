import { Global, Injectable, Module } from '@nestjs/common';
import { type LessonVideo, LessonVideos } from '../enrollment/index.js';
import { VideoAct } from './views/video-controls.js';
import { VideoPlayer } from './views/video-player.js';
import { neededOf } from './watching/needed.js';
import { WatchQueries } from './watching/watch.queries.js';

type Asked = Parameters<LessonVideos['shown']>[0];

@Injectable()
class VideosOfLessons extends LessonVideos {
  constructor(private readonly watches: WatchQueries) {
    super();
  }

  async shown({ studied, lesson, video }: Asked): Promise<LessonVideo> {
    const { enrollmentId, courseSlug, progress } = studied;
    const [found, speed] = await Promise.all([
      this.watches.find({ enrollmentId, lesson, sha256: video.sha256 }),
      this.watches.speedOf(enrollmentId),
    ]);
    const told = {
      ...{ length: Math.round(video.seconds * 1000), needed: neededOf(video), skip: video.skip, speed },
      ...{ position: found?.position ?? 0, seen: found?.seen ?? [], completed: progress[lesson] === true },
    };
    const address = `/learn/${courseSlug}/${lesson}`;
    const api = `/api/learning/${courseSlug}/lessons/${lesson}/video/watch`;
    return {
      player: VideoPlayer({ video, address, api, told }),
      scripts: ['lesson-video'],
      ...(told.needed > 0 && { act: VideoAct({ told, next: `/learn/${courseSlug}` }) }),
    };
  }
}

/** Answers a question of the rooms above: global, because they cannot ask this one. */
@Global()
@Module({
  providers: [WatchQueries, { provide: LessonVideos, useClass: VideosOfLessons }],
  exports: [LessonVideos],
})
export class LessonVideosModule {}
