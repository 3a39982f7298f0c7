import type { Video } from '../courses/index.js';
import type { StudiedLesson } from './study-lesson.js';

export interface LessonVideo {
  player: JSX.Element;
  /** What of the browser's scripts it needs. */
  scripts: string[];
  /** What takes the place of the button that completes the lesson. */
  act?: JSX.Element;
}

/** The video above the text of a lesson. Answered by `videos`, which stands below the rooms that ask. */
export abstract class LessonVideos {
  abstract shown(asked: { studied: StudiedLesson; lesson: string; video: Video }): Promise<LessonVideo>;
}
