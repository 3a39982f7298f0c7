import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { toLicenceJson, toStoryJson } from '../licences/licence-json.js';
import { ApproveLicence } from './approve-licence.js';
import { AskLearner } from './ask-learner.js';
import { OpenCase } from './open-case.js';
import { RefuseLicence } from './refuse-licence.js';
import { ReviewQueries } from './review.queries.js';
import { approvalSchema, caseJson, reasonSchema, refusalSchema, waitingJson } from './review.schemas.js';

const id = z.uuid();

@ApiController('review/licences', 'licences')
@Allow('examiner', 'admin')
export class ReviewApi {
  constructor(
    private readonly queries: ReviewQueries,
    private readonly opening: OpenCase,
    private readonly approving: ApproveLicence,
    private readonly asking: AskLearner,
    private readonly refusing: RefuseLicence,
  ) {}

  @Get()
  @Answers(200, z.array(waitingJson), 'The oldest first; your own are not among them')
  async queue(@CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof waitingJson>[]> {
    const waiting = await this.queries.queue(personId);
    return waiting.map(({ waitingSince, round, mine, ...licence }) => ({
      ...{ ...toLicenceJson(licence), round, mine },
      waitingSince: waitingSince.toISOString(),
    }));
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Answers(200, caseJson, 'Yours for 30 minutes')
  @Refuses('404 not_found', '409 own_licence', '409 already_decided', '409 claimed_by_another')
  async claim(
    @Param('id', { schema: id }) licenceId: string,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof caseJson>> {
    const { licence, registry, papers } = await this.opening.execute(licenceId, personId);
    return { ...toStoryJson(licence), registry, paperLinks: papers };
  }

  @Post(':id/approval')
  @HttpCode(204)
  @Answers(204, undefined, 'Verified')
  @Refuses('400 malformed', '404 not_found', '409 own_licence', '409 already_decided', '409 not_claimed')
  @Refuses('409 licence_lapsed', '409 licence_taken')
  approve(
    @Param('id', { schema: id }) licenceId: string,
    @Body({ schema: approvalSchema }) { note }: z.infer<typeof approvalSchema>,
    @CurrentViewer() { personId: reviewerId }: Viewer,
  ): Promise<void> {
    return this.approving.execute({ licenceId, reviewerId, reason: note });
  }

  @Post(':id/question')
  @HttpCode(204)
  @Answers(204, undefined, 'It waits for the learner')
  @Refuses('400 malformed', '404 not_found', '409 own_licence', '409 already_decided', '409 not_claimed')
  ask(
    @Param('id', { schema: id }) licenceId: string,
    @Body({ schema: reasonSchema }) { reason }: z.infer<typeof reasonSchema>,
    @CurrentViewer() { personId: reviewerId }: Viewer,
  ): Promise<void> {
    return this.asking.execute({ licenceId, reviewerId, reason });
  }

  @Post(':id/refusal')
  @HttpCode(204)
  @Answers(204, undefined, 'Refused')
  @Refuses('400 malformed', '404 not_found', '409 own_licence', '409 already_decided', '409 not_claimed')
  @Refuses('409 holds_licence')
  refuse(
    @Param('id', { schema: id }) licenceId: string,
    @Body({ schema: refusalSchema }) { reason, isFinal }: z.infer<typeof refusalSchema>,
    @CurrentViewer() { personId: reviewerId }: Viewer,
  ): Promise<void> {
    return this.refusing.execute({ licenceId, reviewerId, reason, isFinal });
  }
}
