import { Module } from '@nestjs/common';
import { KeptPicturePages } from './pictures.pages.js';
import { DatabaseVideos } from './videos/database-videos.js';
import { VideoStore } from './videos/video-store.js';

@Module({
  controllers: [KeptPicturePages],
  providers: [{ provide: VideoStore, useClass: DatabaseVideos }],
  exports: [VideoStore],
})
export class MediaModule {}
