import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { SlugPipe } from '../../courses/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { noCourse } from '../enrollment.errors.js';
import { EnrollmentQueries } from '../enrollment.queries.js';
import { EvaluationQueries } from './evaluation.queries.js';
import { type CourseEvaluation, courseEvaluation } from './evaluation.schemas.js';
import { GiveCourseEvaluation } from './give-course-evaluation.js';
import { CourseEvaluationView } from './views/course-evaluation.js';

@PageController('learn/:course/evaluation')
@Allow('signed-in')
export class EvaluationPages {
  constructor(
    private readonly enrollments: EnrollmentQueries,
    private readonly evaluations: EvaluationQueries,
    private readonly giving: GiveCourseEvaluation,
  ) {}

  @Get()
  ask(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
  ): Promise<JSX.Element> {
    return this.view(page, personId, course, emptyForm());
  }

  @Post()
  @HttpCode(303)
  give(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: courseEvaluation,
      body,
      act: async (given) => {
        await this.giving.execute(personId, course, given);
        return `/learn/${course}/evaluation`;
      },
      view: (form) => this.view(page, personId, course, form),
    });
  }

  private async view(page: PageContext, personId: string, course: string, form: FormState): Promise<JSX.Element> {
    const access = await this.enrollments.access(personId, course);
    if (!access) throw noCourse();
    return CourseEvaluationView({ page, access, form, isGiven: await this.evaluations.isGiven(access.enrollmentId) });
  }
}

@ApiController('learning/:course/evaluation', 'learning')
@Allow('signed-in')
export class EvaluationApi {
  constructor(private readonly giving: GiveCourseEvaluation) {}

  @Post()
  @HttpCode(204)
  @Answers(204, undefined, 'Kept; a course that waited for nothing else is complete')
  @Refuses(
    '400 malformed',
    '401 unauthenticated',
    '403 foreign_origin',
    '404 not_found',
    '409 already_evaluated',
    '409 not_done_yet',
  )
  give(
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Body({ schema: courseEvaluation }) given: CourseEvaluation,
  ): Promise<void> {
    return this.giving.execute(personId, course, given);
  }
}
