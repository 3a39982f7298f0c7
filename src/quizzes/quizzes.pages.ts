import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { CourseQueries } from '../courses/index.js';
import { NotOpenView } from '../enrollment/index.js';
import { newId } from '../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
} from '../web/index.js';
import { seeOther, submit, type Viewer } from '../web/index.js';
import { StartAttempt } from './attempts/start-attempt.js';
import { OpenQuiz, type OpenedQuiz } from './open-quiz.js';
import { quizAddress } from './quiz-address.js';
import { noSuchQuiz } from './quizzes.errors.js';
import { IntroView } from './views/intro.js';

const startForm = z.strictObject({ key: z.uuid('Please open this page again.').optional() });

@PageController('learn/:course/quiz/:quiz')
@Allow('signed-in')
export class QuizPages {
  constructor(
    private readonly open: OpenQuiz,
    private readonly start: StartAttempt,
    private readonly courses: CourseQueries,
  ) {}

  @Get()
  async intro(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('course') course: string,
    @Param('quiz') quiz: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const opened = await this.open.execute(personId, course, quiz);
    if (opened === 'no access') return this.toCourse(course, response);
    if (opened?.rule.isOpen === false) {
      response.status(403);
      return NotOpenView({ page, access: opened.access, item: opened.item });
    }
    return view(page, opened, emptyForm());
  }

  @Post('attempts')
  @HttpCode(303)
  async begin(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('course') course: string,
    @Param('quiz') quiz: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: startForm,
      body,
      act: async ({ key }) => {
        const id = await this.start.execute({ personId, quiz: `${course}.${quiz}`, idempotencyKey: key });
        return `${quizAddress(course, quiz)}/attempts/${id}`;
      },
      view: async (form) => view(page, await this.open.execute(personId, course, quiz), form),
    });
  }

  /** Who has no access is shown what the course is. */
  private async toCourse(course: string, response: Response): Promise<string> {
    if (!(await this.courses.exists(course))) throw noSuchQuiz();
    return seeOther(response, `/courses/${course}`);
  }
}

function view(page: PageContext, opened: OpenedQuiz | 'no access' | undefined, form: FormState): JSX.Element {
  if (opened === undefined || opened === 'no access') throw noSuchQuiz();
  return IntroView({ page, ...opened, startKey: newId(), form });
}
