import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { CourseQueries, Discussions, SlugPipe } from '../courses/index.js';
import { Allow, CurrentViewer, Page, PageController, type PageContext, seeOther, type Viewer } from '../web/index.js';
import { CompleteLesson } from './complete-lesson.js';
import { noCourse, noLesson } from './enrollment.errors.js';
import { type Access, EnrollmentQueries } from './enrollment.queries.js';
import { LessonPackages } from './lesson-packages.js';
import { LessonVideos } from './lesson-videos.js';
import { LessonRecalls } from './lesson-recalls.js';
import { PlaceQueries } from './place/place.queries.js';
import { findItem, isDone, itemAddress, itemsOf } from './outline-position.js';
import { isComplete, nextToOpen } from './rules/rule-of.js';
import { afterItem, whereToGoOn } from './rules/where-to-go-on.js';
import { StudyLesson } from './study-lesson.js';
import { DeskView } from './views/desk.js';
import { NotOpenView } from './views/not-open.js';
import { PlayerView } from './views/player.js';

const nothing = z.strictObject({}).optional();

@PageController()
@Allow('signed-in')
export class LearningPages {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly courses: CourseQueries,
    private readonly study: StudyLesson,
    private readonly completeLesson: CompleteLesson,
    private readonly recalls: LessonRecalls,
    private readonly packages: LessonPackages,
    private readonly discussions: Discussions,
    private readonly places: PlaceQueries,
    private readonly videos: LessonVideos,
  ) {}

  @Get('learning')
  async desk(@Page() page: PageContext, @CurrentViewer() viewer: Viewer): Promise<JSX.Element> {
    const [enrolled, paused, recalls, places] = await Promise.all([
      this.enrollments.all(viewer.personId, 200),
      this.enrollments.paused(viewer.personId),
      this.recalls.of(viewer.personId),
      this.places.ofCourses(viewer.personId),
    ]);
    return DeskView({ page, viewer, enrolled, paused, recalls, places });
  }

  /** To where the learner goes on. */
  @Get('learn/:course')
  async resume(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('course', SlugPipe) course: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const access = await this.enrollments.access(viewer.personId, course);
    if (!access) return this.toItsPage(viewer, course, response);
    const { item: next, block } = whereToGoOn(access, await this.places.newest(access.enrollmentId));
    const item = next ?? (isComplete(access.outline, access.progress) ? itemsOf(access.outline)[0]! : undefined);
    if (!item) return NotOpenView({ page, access, item: nextToOpen(access)?.item ?? firstLeft(access) });
    const address = itemAddress(course, item);
    return seeOther(response, block ? `${address}#${block}` : address);
  }

  @Get('learn/:course/:lesson')
  async lesson(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const studied = await this.study.execute(viewer.personId, course, lesson);
    if (!studied) return this.toItsPage(viewer, course, response);
    if (findItem(studied.outline, lesson)?.kind === 'quiz') {
      return seeOther(response, itemAddress(course, { kind: 'quiz', slug: lesson }));
    }
    if (!studied.rule.isOpen) {
      response.status(403);
      return NotOpenView({ page, access: studied, item: findItem(studied.outline, lesson)! });
    }
    if (!studied.lesson) throw noLesson();
    const { video } = studied.lesson;
    const [played, shown, discussion] = await Promise.all([
      this.packages.of(course, lesson),
      video ? this.videos.shown({ studied, lesson, video }) : undefined,
      this.discussions.link(`/learn/${course}/${lesson}`),
    ]);
    return PlayerView({ page, studied, lesson: studied.lesson, played, video: shown, discussion });
  }

  @Post('learn/:course/:lesson/completion')
  @HttpCode(303)
  async complete(
    @CurrentViewer() viewer: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Body({ schema: nothing }) _: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const access = await this.completeLesson.execute(viewer.personId, course, lesson);
    return seeOther(response, afterItem(course, access, lesson));
  }

  /** Who has no access is shown what the course is, or why it is paused; a course that does not exist is not found. */
  private async toItsPage(viewer: Viewer, course: string, response: Response): Promise<string> {
    if (!(await this.courses.exists(course))) throw noCourse();
    const paused = await this.enrollments.paused(viewer.personId);
    const isPaused = paused.some(({ courseSlug }) => courseSlug === course);
    return seeOther(response, isPaused ? '/learning#paused' : `/courses/${course}`);
  }
}

const firstLeft = ({ outline, progress }: Access) => itemsOf(outline).find((item) => !isDone(progress, item))!;
