import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { MediaModule } from '../media/index.js';
import { ShownVideo } from './playing/shown-video.js';
import { StreamPages } from './playing/streams.pages.js';
import { AddVideo } from './storing/add-video.js';
import { VideosApi } from './storing/videos.api.js';
import { VideosPages } from './storing/videos.pages.js';
import { RecordWatch } from './watching/record-watch.js';
import { WatchQueries } from './watching/watch.queries.js';
import { WatchingApi } from './watching/watching.api.js';
import { VideoQueries } from './video.queries.js';

@Module({
  imports: [CoursesModule, EnrollmentModule, MediaModule],
  controllers: [VideosPages, VideosApi, StreamPages, WatchingApi],
  providers: [VideoQueries, AddVideo, ShownVideo, WatchQueries, RecordWatch],
})
export class VideosModule {}
