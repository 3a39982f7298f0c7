import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { CourseQueries, Discussions } from '../courses/index.js';
import { type FormState, type PageContext, seeOther, type Viewer } from '../web/index.js';
import { noCourse, noLesson } from './enrollment.errors.js';
import { EnrollmentQueries } from './enrollment.queries.js';
import { LessonPackages } from './lesson-packages.js';
import { LessonVideos } from './lesson-videos.js';
import { NoteQueries } from './notes/note.queries.js';
import { findItem, itemAddress } from './outline-position.js';
import { StudyLesson } from './study-lesson.js';
import { NotOpenView } from './views/not-open.js';
import { PlayerView } from './views/player.js';

/** The page of a lesson, with all that stands in it; also when a form on it comes back. */
@Injectable()
export class LessonPage {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly courses: CourseQueries,
    private readonly study: StudyLesson,
    private readonly packages: LessonPackages,
    private readonly videos: LessonVideos,
    private readonly discussions: Discussions,
    private readonly notes: NoteQueries,
  ) {}

  async show(
    page: PageContext,
    viewer: Viewer,
    { course, lesson }: { course: string; lesson: string },
    noteForm: FormState,
    response: Response,
  ): Promise<JSX.Element> {
    const studied = await this.study.execute(viewer.personId, course, lesson);
    if (!studied) return this.toCourse(viewer, course, response);
    if (findItem(studied.outline, lesson)?.kind === 'quiz') {
      return seeOther(response, itemAddress(course, { kind: 'quiz', slug: lesson }));
    }
    if (!studied.rule.isOpen) {
      response.status(403);
      return NotOpenView({ page, access: studied, item: findItem(studied.outline, lesson)! });
    }
    if (!studied.lesson) throw noLesson();
    const { video } = studied.lesson;
    const [played, shown, discussion, notes] = await Promise.all([
      this.packages.of(course, lesson),
      video ? this.videos.shown({ studied, lesson, video }) : undefined,
      this.discussions.link(`/learn/${course}/${lesson}`),
      this.notes.list(viewer.personId, course, { lesson }),
    ]);
    return PlayerView({ page, studied, lesson: studied.lesson, played, video: shown, discussion, notes, noteForm });
  }

  /** Who has no access is shown what the course is, or why it is paused; a course that does not exist is not found. */
  async toCourse(viewer: Viewer, course: string, response: Response): Promise<string> {
    if (!(await this.courses.exists(course))) throw noCourse();
    const paused = await this.enrollments.paused(viewer.personId);
    const isPaused = paused.some(({ courseSlug }) => courseSlug === course);
    return seeOther(response, isPaused ? '/learning#paused' : `/courses/${course}`);
  }
}
