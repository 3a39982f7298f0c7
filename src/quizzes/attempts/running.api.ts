import { Body, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ReviewAttempt } from '../review/review-attempt.js';
import { reviewedQuestion } from '../attempts.schemas.js';
import { AttemptClock } from './attempt-clock.js';
import { CheckAnswer } from './check-answer.js';
import { FlagQuestion } from './flag-question.js';
import { TakeBreak } from './take-break.js';

const nothing = z.strictObject({}).optional();
const flagBody = z.strictObject({ flagged: z.boolean() });

const clockAnswer = z.object({
  status: z.enum(['live', 'submitted', 'expired', 'ended']),
  serverNow: z.iso.datetime().describe('Correct your clock by it'),
  deadline: z.iso.datetime().optional(),
  pausedBy: z.enum(['break', 'proctor']).optional(),
  breakEndsAt: z.iso.datetime().optional(),
  breakLeftSeconds: z.int(),
  lease: z.string().describe('Another than yours: the attempt was opened elsewhere'),
});

/** What happens to an attempt while it runs, beside its answers. */
@ApiController('attempts/:id', 'attempts')
@Allow('signed-in')
export class RunningApi {
  constructor(
    private readonly clocks: AttemptClock,
    private readonly breaks: TakeBreak,
    private readonly flags: FlagQuestion,
    private readonly checking: CheckAnswer,
    private readonly reviewing: ReviewAttempt,
  ) {}

  @Get('clock')
  @Answers(200, clockAnswer, 'Ask every few seconds: extensions and pauses show here')
  @Refuses('401 unauthenticated', '404 not_found')
  async clock(@Param('id') id: string, @CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof clockAnswer>> {
    const { status, now, deadline, pausedBy, breakEndsAt, breakLeftSeconds, lease } = await this.clocks.read(
      personId,
      id,
    );
    return {
      ...{ status, serverNow: now.toISOString(), breakLeftSeconds, lease },
      ...(deadline && { deadline: deadline.toISOString() }),
      ...(pausedBy && { pausedBy }),
      ...(breakEndsAt && { breakEndsAt: breakEndsAt.toISOString() }),
    };
  }

  @Post('break')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found')
  @Refuses('409 no_break_left', '409 attempt_finished')
  begin(
    @Param('id') id: string,
    @Body({ schema: nothing }) _: unknown,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.breaks.begin(personId, id);
  }

  @Delete('break')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '403 foreign_origin', '404 not_found')
  end(@Param('id') id: string, @CurrentViewer() { personId }: Viewer): Promise<void> {
    return this.breaks.end(personId, id);
  }

  @Put('flags/:question')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found', '409 attempt_finished')
  flag(
    @Param('id') id: string,
    @Param('question') question: string,
    @Body({ schema: flagBody }) { flagged }: z.infer<typeof flagBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.flags.execute(personId, id, question, flagged);
  }

  @Post('questions/:question/check')
  @HttpCode(200)
  @Answers(200, reviewedQuestion, 'Practice alone: what the answer earned and why; it no longer changes')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found')
  @Refuses('409 attempt_finished', '422 response_missing')
  async check(
    @Param('id') id: string,
    @Param('question') question: string,
    @Body({ schema: nothing }) _: unknown,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof reviewedQuestion>> {
    await this.checking.execute(personId, id, question);
    return this.reviewing.checked(personId, id, question);
  }
}
