import { Body, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { type OutlineItem, SlugPipe } from '../courses/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../web/index.js';
import { CompleteLesson } from './complete-lesson.js';
import { noCourse, noLesson } from './enrollment.errors.js';
import { type Enrolled, EnrollmentQueries } from './enrollment.queries.js';
import { enrollmentAnswer, lessonAnswer, pausedAnswer } from './learning.schemas.js';
import { doneCount, isDone, itemsOf, neighbours } from './outline-position.js';
import { notOpenYet } from './rules/refuse-closed.js';
import { nextOpen, ruleOf } from './rules/rule-of.js';
import { StudyLesson } from './study-lesson.js';

const listed = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.uuid().optional().describe('The id of the last enrollment already known'),
});
const nothing = z.strictObject({}).optional();

@ApiController('learning')
@Allow('signed-in')
export class LearningApi {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly study: StudyLesson,
    private readonly completeLesson: CompleteLesson,
  ) {}

  @Get()
  @Answers(
    200,
    z.object({ items: z.array(enrollmentAnswer), next: z.string().nullable(), paused: z.array(pausedAnswer) }),
    'My enrollments, newest first, and what is closed for now',
  )
  @Refuses('400 malformed', '401 unauthenticated')
  async list(@CurrentViewer() viewer: Viewer, @Query({ schema: listed }) { limit, after }: z.infer<typeof listed>) {
    const enrolled = await this.enrollments.all(viewer.personId, limit, after);
    const next = enrolled.length === limit ? enrolled.at(-1)!.enrollmentId : null;
    const paused = await this.enrollments.paused(viewer.personId);
    return {
      items: enrolled.map(enrollmentOf),
      next,
      paused: paused.map(({ courseSlug, title, causes }) => ({ course: { slug: courseSlug, title }, causes })),
    };
  }

  @Get(':course/lessons/:lesson')
  @Answers(200, lessonAnswer)
  @Refuses('401 unauthenticated', '403 not_open_yet', '404 not_found')
  async lesson(
    @CurrentViewer() viewer: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) slug: string,
  ) {
    const studied = await this.study.execute(viewer.personId, course, slug);
    if (studied && !studied.rule.isOpen) throw notOpenYet(studied.rule);
    if (!studied?.lesson) throw studied ? noLesson() : noCourse();
    const { lesson, resource, outline, progress } = studied;
    const { previous, next } = neighbours(outline, slug);
    return {
      course: { slug: studied.courseSlug, title: studied.title },
      ...lesson,
      resource: resource && { slug: resource.slug, title: resource.title, html: resource.html },
      completed: progress[slug] === true,
      previous: reference(previous),
      next: reference(next),
    };
  }

  @Put(':course/lessons/:lesson/completion')
  @HttpCode(204)
  @Answers(204, undefined, 'The lesson is complete; also when it was already')
  @Refuses(
    '400 malformed',
    '401 unauthenticated',
    '403 foreign_origin',
    '403 not_open_yet',
    '404 not_found',
    '409 package_first',
    '409 video_first',
  )
  async complete(
    @CurrentViewer() viewer: Viewer,
    @Param('course', SlugPipe) course: string,
    @Param('lesson', SlugPipe) lesson: string,
    @Body({ schema: nothing }) _: unknown,
  ): Promise<void> {
    await this.completeLesson.execute(viewer.personId, course, lesson);
  }
}

const reference = (item: OutlineItem | undefined) =>
  item ? { kind: item.kind, slug: item.slug, title: item.title } : null;

const plain = <T extends OutlineItem | undefined>(item: T) =>
  item && { kind: item.kind, slug: item.slug, title: item.title, minutes: item.minutes };

function opening(item: OutlineItem, enrolled: Enrolled) {
  const rule = ruleOf(item, enrolled);
  return rule.isOpen
    ? { open: true, opensAt: null, needs: [] }
    : { open: false, opensAt: rule.opensAt?.toISOString() ?? null, needs: rule.needs };
}

function enrollmentOf(enrolled: Enrolled) {
  const { outline, progress } = enrolled;
  const state = (item: OutlineItem) => (isDone(progress, item) ? 'done' : item.slug in progress ? 'seen' : 'new');
  return {
    id: enrolled.enrollmentId,
    course: { slug: enrolled.courseSlug, title: enrolled.title, summary: enrolled.summary, minutes: enrolled.minutes },
    edition: enrolled.number,
    startedAt: enrolled.createdAt,
    completedAt: enrolled.completedAt,
    itemsDone: doneCount(outline, progress),
    itemCount: itemsOf(outline).length,
    next: plain(nextOpen(enrolled)) ?? null,
    outline: outline.map(({ title, complete = 'all', items }) => ({
      ...{ title, complete },
      items: items.map((item) => ({ ...plain(item), state: state(item), ...opening(item, enrolled) })),
    })),
  };
}
