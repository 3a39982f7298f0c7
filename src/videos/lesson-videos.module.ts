import { Global, Injectable, Module } from '@nestjs/common';
import { type LessonVideo, LessonVideos } from '../enrollment/index.js';
import { VideoPlayer } from './views/video-player.js';

@Injectable()
class VideosOfLessons extends LessonVideos {
  shown({ studied, lesson, video }: Parameters<LessonVideos['shown']>[0]): Promise<LessonVideo> {
    const address = `/learn/${studied.courseSlug}/${lesson}`;
    return Promise.resolve({ player: VideoPlayer({ video, address }), scripts: ['lesson-video'] });
  }
}

/** Answers a question of the rooms above: global, because they cannot ask this one. */
@Global()
@Module({
  providers: [{ provide: LessonVideos, useClass: VideosOfLessons }],
  exports: [LessonVideos],
})
export class LessonVideosModule {}
