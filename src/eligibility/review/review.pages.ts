import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { arriving, noticed } from '../licences/notices.js';
import { ApproveLicence } from './approve-licence.js';
import { AskLearner } from './ask-learner.js';
import { OpenCase } from './open-case.js';
import { RefuseLicence } from './refuse-licence.js';
import { ReviewQueries } from './review.queries.js';
import { decisionSchema } from './review.schemas.js';
import { CaseView } from './views/case.js';
import { QueueView } from './views/queue.js';

const id = z.uuid();
const root = '/review/licences';

/** Licences that wait for a reviewer. */
@PageController('review/licences')
@Allow('examiner', 'admin')
export class ReviewPages {
  constructor(
    private readonly queries: ReviewQueries,
    private readonly opening: OpenCase,
    private readonly approving: ApproveLicence,
    private readonly asking: AskLearner,
    private readonly refusing: RefuseLicence,
  ) {}

  @Get()
  async queue(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return QueueView({ page: noticed(page, done), waiting: await this.queries.queue(personId) });
  }

  /** Opening a licence takes it. */
  @Get(':id')
  async show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
  ): Promise<JSX.Element> {
    return CaseView({ page, ...(await this.opening.execute(licenceId, personId)), form: emptyForm() });
  }

  @Post(':id')
  decide(
    @Page() page: PageContext,
    @CurrentViewer() { personId: reviewerId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: decisionSchema, body },
      act: async ({ decision, reason }) => {
        const told = { licenceId, reviewerId, reason };
        if (decision === 'approve') await this.approving.execute(told);
        else if (decision === 'ask') await this.asking.execute(told);
        else await this.refusing.execute({ ...told, isFinal: decision === 'turn-away' });
        return `${root}?done=${{ approve: 'approved', ask: 'asked', refuse: 'refused', 'turn-away': 'refused' }[decision]}`;
      },
      view: async (form) => CaseView({ page, ...(await this.opening.execute(licenceId, reviewerId)), form }),
    });
  }
}
