import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { SlugPipe } from '../courses/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../web/index.js';
import { CompleteLesson } from './complete-lesson.js';
import { type Access, EnrollmentQueries } from './enrollment.queries.js';
import { LessonPage } from './lesson-page.js';
import { LessonRecalls } from './lesson-recalls.js';
import { NoteQueries } from './notes/note.queries.js';
import { noteTyped } from './notes/note.schemas.js';
import { WriteNote } from './notes/write-note.js';
import { PlaceQueries } from './place/place.queries.js';
import { isDone, itemAddress, itemsOf } from './outline-position.js';
import { isComplete, nextToOpen } from './rules/rule-of.js';
import { afterItem, whereToGoOn } from './rules/where-to-go-on.js';
import { DeskView } from './views/desk.js';
import { NotOpenView } from './views/not-open.js';

const nothing = z.strictObject({}).optional();

@PageController()
@Allow('signed-in')
export class LearningPages {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly completeLesson: CompleteLesson,
    private readonly recalls: LessonRecalls,
    private readonly places: PlaceQueries,
    private readonly notes: NoteQueries,
    private readonly writeNote: WriteNote,
    private readonly lessonPage: LessonPage,
  ) {}

  @Get('learning')
  async desk(@Page() page: PageContext, @CurrentViewer() viewer: Viewer): Promise<JSX.Element> {
    const [enrolled, paused, recalls, places, noted] = await Promise.all([
      this.enrollments.all(viewer.personId, 200),
      this.enrollments.paused(viewer.personId),
      this.recalls.of(viewer.personId),
      this.places.ofCourses(viewer.personId),
      this.notes.courses(viewer.personId),
    ]);
    return DeskView({ page, viewer, enrolled, paused, recalls, places, noted });
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
    if (!access) return this.lessonPage.toCourse(viewer, course, response);
    const { item: next, block } = whereToGoOn(access, await this.places.newest(access.enrollmentId));
    const item = next ?? (isComplete(access.outline, access.progress) ? itemsOf(access.outline)[0]! : undefined);
    if (!next && item && !access.completedAt) return seeOther(response, `/learn/${course}/evaluation`);
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
    return this.lessonPage.show(page, viewer, { course, lesson }, emptyForm(), response);
  }

  /** The form below the lesson. */
  @Post('learn/:course/:lesson/notes')
  write(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: noteTyped, body },
      act: async ({ text }) => {
        const { id } = await this.writeNote.execute(viewer.personId, course, lesson, { kind: 'note', text });
        return `/learn/${course}/${lesson}#note-${id}`;
      },
      view: (form) => this.lessonPage.show(page, viewer, { course, lesson }, form, response),
    });
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
}

const firstLeft = ({ outline, progress }: Access) => itemsOf(outline).find((item) => !isDone(progress, item))!;
