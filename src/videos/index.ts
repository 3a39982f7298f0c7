export { videosErasure } from './erasure.js';
export { LessonVideosModule } from './lesson-videos.module.js';
export { videosChecks } from './videos.checks.js';
export { VideosModule } from './videos.module.js';
