import { Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { CourseQueries, SlugPipe } from '../../courses/index.js';
import {
  Allow,
  Answers,
  ApiController,
  Page,
  PageController,
  type PageContext,
  plain,
  Refuses,
  sendCsv,
} from '../../web/index.js';
import { noCourse } from '../enrollment.errors.js';
import { EvaluationQueries, type Said } from './evaluation.queries.js';
import { EvaluatedCoursesView } from './views/evaluated-courses.js';
import { EvaluationReportView } from './views/evaluation-report.js';

const marks = <T extends z.ZodType>(schema: T) =>
  z.object({ objectives: schema, level: schema, teaching: schema, practice: schema });
const group = z.object({
  edition: z.int().nullable().describe('Null for all editions together'),
  count: z.int(),
  medians: marks(z.number()).nullable().describe('Null where fewer than 5 would be shown'),
  spread: marks(z.array(z.int())).nullable().describe('How often each of 1 to 5 was given'),
  biased: z.int().nullable().describe('How many say that it favoured a product or company'),
});
const columns = [
  'objectives',
  'level',
  'teaching',
  'practice',
  'favours a product',
  'where',
  'will change',
  'to improve',
];
const csvRow = (said: Said) => [
  ...[said.objectives, said.level, said.teaching, said.practice, said.isBiased ? 'yes' : 'no'],
  ...[plain(said.bias), plain(said.change), plain(said.improve)],
];

/** What learners say about courses, without who said it. */
@PageController('author/evaluations')
@Allow('author', 'admin')
export class EvaluationReportPages {
  constructor(
    private readonly evaluations: EvaluationQueries,
    private readonly courses: CourseQueries,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return EvaluatedCoursesView({ page, courses: await this.evaluations.courses() });
  }

  @Get(':course')
  async report(@Page() page: PageContext, @Param('course', SlugPipe) slug: string): Promise<JSX.Element> {
    const course = await this.courses.bySlug(slug);
    if (!course) throw noCourse();
    const [groups, said] = await Promise.all([this.evaluations.groups(slug), this.evaluations.said(slug)]);
    return EvaluationReportView({ page, course, groups, said });
  }
}

@ApiController('author/evaluations', 'learning')
@Allow('author', 'admin')
export class EvaluationReportApi {
  constructor(
    private readonly evaluations: EvaluationQueries,
    private readonly courses: CourseQueries,
  ) {}

  @Get(':course')
  @Answers(200, z.object({ groups: z.array(group) }), 'All editions together, then each, the newest first')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async report(@Param('course', SlugPipe) slug: string) {
    if (!(await this.courses.exists(slug))) throw noCourse();
    return { groups: await this.evaluations.groups(slug) };
  }

  @Get(':course/answers.csv')
  @Answers(200, undefined, 'text/csv: every answer without who gave it, in no order; none where there are fewer than 5')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async csv(@Param('course', SlugPipe) slug: string, @Res() response: Response): Promise<void> {
    if (!(await this.courses.exists(slug))) throw noCourse();
    await sendCsv(response, {
      name: `evaluations-${slug}.csv`,
      head: stringify([columns]),
      read: (limit, after) => this.evaluations.said(slug, limit, after),
      write: (rows) => stringify(rows.map(csvRow)),
    });
  }
}
