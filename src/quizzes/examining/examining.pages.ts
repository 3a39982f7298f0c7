import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { ClaimAnswer } from './claim-answer.js';
import { gradingForm } from './examining.schemas.js';
import { GradeAnswer } from './grade-answer.js';
import { GradingQueries } from './grading.queries.js';
import { secondMarking, SetSecondMarking } from './set-second-marking.js';
import { AnswerView } from './views/answer.js';
import { QueueView } from './views/queue.js';

const named = z.object({ attempt: z.string(), question: z.string() });
type Named = z.infer<typeof named>;
const root = '/examiners/queue';

/** What waits for an examiner, the oldest first, without names. */
@PageController('examiners')
@Allow('examiner', 'admin')
export class ExaminingPages {
  constructor(
    private readonly queries: GradingQueries,
    private readonly claiming: ClaimAnswer,
    private readonly grading: GradeAnswer,
    private readonly setSecondMarking: SetSecondMarking,
  ) {}

  @Get('queue')
  queue(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    return this.view(page, personId, emptyForm());
  }

  /** Opening an answer takes it. */
  @Get('queue/:attempt/:question')
  async answer(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) name: Named,
  ): Promise<JSX.Element> {
    const answer = await this.claiming.execute(name.attempt, name.question, personId);
    return AnswerView({ page, answer, form: emptyForm() });
  }

  @Post('queue/:attempt/:question')
  grade(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param({ schema: named }) { attempt: attemptId, question: questionId }: Named,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: gradingForm, body },
      act: async (grading) => {
        await this.grading.execute({ attemptId, questionId, examinerId: personId, ...grading });
        return root;
      },
      view: async (form) =>
        AnswerView({ page, answer: await this.claiming.execute(attemptId, questionId, personId), form }),
    });
  }

  @Post('second-marking/:quiz')
  second(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('quiz') quiz: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: secondMarking, body },
      act: async (rule) => {
        await this.setSecondMarking.execute(quiz, rule, personId);
        return root;
      },
      view: (form) => this.view(page, personId, form),
    });
  }

  private async view(page: PageContext, personId: string, form: FormState): Promise<JSX.Element> {
    const [waiting, agreement] = await Promise.all([this.queries.queue(personId), this.queries.agreement()]);
    return QueueView({ page, waiting, agreement, form });
  }
}
