import { Body, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { z } from 'zod';
import { invalidField } from '../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../web/index.js';
import { FollowAttempt } from './attempts/follow-attempt.js';
import { SaveResponse } from './attempts/save-response.js';
import { StartAttempt } from './attempts/start-attempt.js';
import { SubmitAttempt } from './attempts/submit-attempt.js';
import { TakeLease } from './attempts/take-lease.js';
import {
  attemptAnswer,
  attemptJson,
  keySchema,
  leaseAnswer,
  resultAnswer,
  resultJson,
  saveBody,
  savedAnswer,
} from './attempts.schemas.js';
import { ReviewAttempt } from './review/review-attempt.js';

const nothing = z.strictObject({}).optional();

@ApiController('quizzes')
@Allow('signed-in')
export class QuizzesApi {
  constructor(
    private readonly start: StartAttempt,
    private readonly follow: FollowAttempt,
  ) {}

  @Post(':quiz/attempts')
  @ApiParam({ name: 'quiz', description: 'The slug from the outline, `course.quiz`, or the id of the quiz' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key gives the same attempt' })
  @Answers(201, attemptAnswer, 'The attempt that is live now: a new one, or the one that was not finished')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '403 not_open_yet', '404 not_found')
  @Refuses('409 attempts_used_up')
  @Refuses('422 idempotency_key_invalid')
  async begin(
    @Param('quiz') quiz: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: nothing }) _: unknown,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof attemptAnswer>> {
    const id = await this.start.execute({ personId, quiz, idempotencyKey: idempotencyKey(key) });
    return attemptJson(await this.follow.execute(personId, id));
  }
}

@ApiController('attempts')
@Allow('signed-in')
export class AttemptsApi {
  constructor(
    private readonly follow: FollowAttempt,
    private readonly saving: SaveResponse,
    private readonly submitting: SubmitAttempt,
    private readonly reviewing: ReviewAttempt,
    private readonly leases: TakeLease,
  ) {}

  @Get(':id')
  @Answers(200, attemptAnswer, 'The attempt as it stands, to go on with')
  @Refuses('401 unauthenticated', '404 not_found')
  async show(@Param('id') id: string, @CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof attemptAnswer>> {
    return attemptJson(await this.follow.execute(personId, id));
  }

  @Put(':id/responses/:question')
  @Answers(200, savedAnswer)
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found', '422 response_invalid')
  @Refuses('409 response_changed', '409 deadline_passed', '409 attempt_finished', '409 lease_lost')
  async save(
    @Param('id') attemptId: string,
    @Param('question') questionId: string,
    @Body({ schema: saveBody }) body: z.infer<typeof saveBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof savedAnswer>> {
    const { rev, savedAt } = await this.saving.execute({ personId, attemptId, questionId, ...body });
    return { rev, savedAt: savedAt.toISOString() };
  }

  @Put(':id/lease')
  @Answers(200, leaseAnswer, 'From now on saves with an older lease are refused')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found', '409 attempt_finished')
  async take(
    @Param('id') id: string,
    @Body({ schema: nothing }) _: unknown,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof leaseAnswer>> {
    return { lease: await this.leases.execute(personId, id) };
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Answers(200, resultAnswer, 'The result, as far as the review policy goes; the same when repeated')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found', '409 attempt_paused')
  async submit(
    @Param('id') id: string,
    @Body({ schema: nothing }) _: unknown,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof resultAnswer>> {
    await this.submitting.execute(personId, id);
    return resultJson(await this.reviewing.execute(personId, id));
  }

  @Get(':id/result')
  @Answers(200, resultAnswer)
  @Refuses('401 unauthenticated', '404 not_found', '409 attempt_live')
  async result(@Param('id') id: string, @CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof resultAnswer>> {
    return resultJson(await this.reviewing.execute(personId, id));
  }
}

function idempotencyKey(sent: string | undefined): string | undefined {
  if (sent === undefined) return undefined;
  const key = keySchema.safeParse(sent);
  if (!key.success) throw invalidField('Idempotency-Key', 'Send 1 to 255 characters.', 'idempotency_key_invalid');
  return key.data;
}
