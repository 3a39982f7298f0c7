import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Database } from '../../database/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { CommitRegrade } from './commit-regrade.js';
import { type NewRegrade, newRegrade, ProposeRegrade } from './propose-regrade.js';
import { ReadRegrade } from './read-regrade.js';
import { type Regrade, regradeList } from './regrade.queries.js';
import { commitBody, outcomeAnswer, regradeAnswer } from './regrading.schemas.js';
import { changesCsv } from './changes-csv.js';

@ApiController('examiners/regrades', 'examiners')
@Allow('examiner', 'admin')
export class RegradingApi {
  constructor(
    private readonly db: Database,
    private readonly proposing: ProposeRegrade,
    private readonly reading: ReadRegrade,
    private readonly committing: CommitRegrade,
  ) {}

  @Get()
  @Answers(200, z.array(regradeAnswer), 'The newest first')
  async list(): Promise<z.infer<typeof regradeAnswer>[]> {
    return (await regradeList(this.db)).map(told);
  }

  @Post()
  @Answers(201, z.object({ id: z.uuid() }), 'Nothing is changed yet')
  @Refuses('400 malformed', '422 question_unknown', '422 version_unknown', '422 version_differs')
  @Refuses('422 marked_by_examiner')
  propose(
    @Body({ schema: newRegrade }) body: NewRegrade,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<{ id: string }> {
    return this.proposing.execute(body, personId);
  }

  @Get(':id')
  @Answers(200, outcomeAnswer, 'The dry run as it stands now')
  @Refuses('404 not_found')
  async show(@Param('id') id: string): Promise<z.infer<typeof outcomeAnswer>> {
    const { regrade, digest, numbers, rows } = await this.reading.execute(id);
    return {
      ...told(regrade),
      ...{ digest, numbers },
      rows: rows.map(({ of, passed, kept, changes, certificates }) => ({
        ...{ attempt: of.attemptId, passedBefore: of.passed, passed, kept, changes, certificates },
      })),
    };
  }

  @Get(':id/changes.csv')
  @ApiProduces('text/csv')
  @Answers(200, undefined, 'One line a change')
  @Refuses('404 not_found')
  async csv(@Param('id') id: string, @Res() response: Response): Promise<void> {
    const outcome = await this.reading.execute(id);
    response.type('text/csv').attachment('regrade.csv').send(changesCsv(outcome));
  }

  @Post(':id/commitment')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found', '409 own_regrade', '409 already_committed', '409 dry_run_changed')
  @Refuses('409 regrade_running', '409 own_attempt')
  commit(
    @Param('id') id: string,
    @Body({ schema: commitBody }) { digest }: z.infer<typeof commitBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.committing.execute(id, digest, personId);
  }
}

const told = (regrade: Regrade): z.infer<typeof regradeAnswer> => {
  const { id, pool, slug, part, policy, version, lowers, reason, proposedBy, committedBy } = regrade;
  return {
    ...{ id, question: `${pool}/${slug}`, part, policy, version, lowers, reason, proposedBy, committedBy },
    progress: regrade.attempts === null ? null : progressOf(regrade.attempts, regrade),
  };
};

const progressOf = (attempts: number, { done, finishedAt }: Regrade) => ({
  ...{ attempts, done, finished: finishedAt !== null },
});
