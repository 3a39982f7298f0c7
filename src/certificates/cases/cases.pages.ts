import { Get, HttpCode, Param, Post, Res } from '@nestjs/common';
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
import { noCase } from './case.errors.js';
import { type Case, CaseQueries } from './case.queries.js';
import { MyCaseView } from './views/my-case.js';
import { MyCasesView } from './views/my-cases.js';
import { WithdrawCase } from './withdraw-case.js';

const id = z.uuid();

/** What one has opened oneself. */
@PageController('cases')
@Allow('signed-in')
export class CasePages {
  constructor(
    private readonly cases: CaseQueries,
    private readonly withdrawing: WithdrawCase,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    return MyCasesView({ page, cases: await this.cases.ofPerson(personId) });
  }

  @Get(':id')
  async show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) caseId: string,
  ): Promise<JSX.Element> {
    return MyCaseView({ page, form: emptyForm(), one: await this.own(caseId, personId) });
  }

  @Post(':id/withdrawal')
  @HttpCode(303)
  withdraw(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) caseId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: z.object({}), body: {} },
      act: async () => {
        await this.withdrawing.execute({ caseId, personId });
        return `/cases/${caseId}`;
      },
      view: async (form) => MyCaseView({ page, form, one: await this.own(caseId, personId) }),
    });
  }

  private async own(caseId: string, personId: string): Promise<Case> {
    const found = await this.cases.byId(caseId);
    if (found?.by !== personId) throw noCase();
    return found;
  }
}
