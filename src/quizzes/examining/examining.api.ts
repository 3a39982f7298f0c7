import { Body, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ClaimAnswer } from './claim-answer.js';
import { gradingBody } from './examining.schemas.js';
import { GradeAnswer } from './grade-answer.js';
import { GradingQueries } from './grading.queries.js';
import { secondMarking, SetSecondMarking } from './set-second-marking.js';

const waiting = z.object({
  ...{ attemptId: z.uuid(), questionId: z.uuid(), quiz: z.string(), text: z.string(), finishedAt: z.iso.datetime() },
  ...{ round: z.int(), mine: z.boolean() },
});
const claimed = z.object({
  rubric: z.array(z.object({ id: z.string(), criterion: z.string(), marks: z.int(), levels: z.array(z.unknown()) })),
  response: z.record(z.string(), z.unknown()),
  marks: z.int(),
});

@ApiController('examiners', 'examiners')
@Allow('examiner', 'admin')
export class ExaminingApi {
  constructor(
    private readonly queries: GradingQueries,
    private readonly claiming: ClaimAnswer,
    private readonly grading: GradeAnswer,
    private readonly setSecondMarking: SetSecondMarking,
  ) {}

  @Get('queue')
  @Answers(200, z.array(waiting), 'The oldest first; your own answers are not among them')
  async queue(@CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof waiting>[]> {
    const found = await this.queries.queue(personId);
    return found.map((each) => ({ ...each, finishedAt: each.finishedAt.toISOString() }));
  }

  @Post('queue/:attempt/:question/claim')
  @HttpCode(200)
  @Answers(200, claimed, 'Yours for 45 minutes')
  @Refuses('404 not_found', '409 own_attempt', '409 partial_examiner', '409 already_graded', '409 claimed_by_another')
  async claim(
    @Param('attempt') attempt: string,
    @Param('question') question: string,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof claimed>> {
    const answer = await this.claiming.execute(attempt, question, personId);
    return { rubric: answer.rubric, response: answer.response, marks: answer.question.marks };
  }

  @Post('queue/:attempt/:question/grading')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found', '409 own_attempt', '409 already_graded', '409 not_claimed')
  @Refuses('422 rubric_incomplete')
  grade(
    @Param('attempt') attemptId: string,
    @Param('question') questionId: string,
    @Body({ schema: gradingBody }) body: z.infer<typeof gradingBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.grading.execute({ attemptId, questionId, examinerId: personId, ...body });
  }

  @Put('second-marking/:quiz')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found')
  second(
    @Param('quiz') quiz: string,
    @Body({ schema: secondMarking }) rule: z.infer<typeof secondMarking>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.setSecondMarking.execute(quiz, rule, personId);
  }
}
