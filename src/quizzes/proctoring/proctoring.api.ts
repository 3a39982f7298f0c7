import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { deadlineAt } from '../attempts/time-left.js';
import { noSuchAttempt } from '../quizzes.errors.js';
import { AttemptDeskQueries, type DeskAttempt } from './attempt-desk.queries.js';
import { proctorBody } from './proctor.schema.js';
import { ProctorAttempt } from './proctor-attempt.js';

const query = z.object({
  q: z.string().max(200).optional(),
  status: z.enum(['live', 'finished', 'waiting', 'void']).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const instant = z.iso.datetime().nullable();
const attempt = z.object({
  id: z.uuid(),
  number: z.int(),
  status: z.enum(['live', 'submitted', 'expired', 'ended']),
  person: z.object({ name: z.string(), email: z.string() }),
  quiz: z.object({ id: z.uuid(), title: z.string() }),
  startedAt: z.iso.datetime(),
  deadline: instant,
  finishedAt: instant,
  pausedBy: z.enum(['break', 'proctor']).nullable(),
  answered: z.int(),
  questions: z.int(),
  marks: z.object({ awarded: z.number().nullable(), possible: z.number(), cut: z.number() }),
  passed: z.boolean().nullable(),
  critical: z.boolean(),
  voidedAt: instant,
  voidReason: z.string().nullable(),
});
const act = z.object({
  at: z.iso.datetime(),
  action: z.string(),
  seconds: z.int().nullable(),
  reason: z.string(),
  by: z.string(),
});
const list = z.object({ items: z.array(attempt), next: z.uuid().nullable() });

@ApiController('examiners/attempts', 'examiners')
@Allow('examiner', 'admin')
export class ProctoringApi {
  constructor(
    private readonly desk: AttemptDeskQueries,
    private readonly proctoring: ProctorAttempt,
  ) {}

  @Get()
  @Answers(200, list, 'Newest first; no answers')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: query }) { limit, ...filter }: z.infer<typeof query>): Promise<z.infer<typeof list>> {
    const found = await this.desk.list(filter, limit + 1);
    return { items: found.slice(0, limit).map(json), next: found.length > limit ? found[limit - 1]!.id : null };
  }

  @Get(':id')
  @Answers(200, attempt.extend({ actions: z.array(act) }))
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@Param('id') id: string): Promise<z.infer<typeof attempt> & { actions: z.infer<typeof act>[] }> {
    const found = await this.desk.find(id);
    if (!found) throw noSuchAttempt();
    const acts = await this.desk.acts(id);
    return { ...json(found), actions: acts.map((each) => ({ ...each, at: each.at.toISOString() })) };
  }

  @Post(':id/actions')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '422 invalid_input')
  @Refuses('409 attempt_finished', '409 not_paused', '409 already_void', '409 no_time_limit')
  act(
    @Param('id') attemptId: string,
    @Body({ schema: proctorBody }) body: z.infer<typeof proctorBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.proctoring.execute({ ...body, attemptId, by: personId });
  }
}

function json(each: DeskAttempt): z.infer<typeof attempt> {
  const { id, number, status, person, quiz, answered, questions, passed, critical, voidReason, pausedBy } = each;
  const deadline = status === 'live' ? deadlineAt(each, each.now) : each.deadlineAt;
  return {
    ...{ id, number, status, person, quiz, answered, questions, passed, critical, voidReason, pausedBy },
    startedAt: each.startedAt.toISOString(),
    deadline: deadline?.toISOString() ?? null,
    finishedAt: each.finishedAt?.toISOString() ?? null,
    voidedAt: each.voidedAt?.toISOString() ?? null,
    marks: { awarded: each.awarded, possible: each.possible, cut: each.cut },
  };
}
