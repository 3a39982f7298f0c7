import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
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
import { noCase } from './case.errors.js';
import { CaseQueries } from './case.queries.js';
import { outcomeSchema } from './case.schemas.js';
import { DecideCase } from './decide-case.js';
import { CaseFileView } from './views/case-file.js';
import { CasesDeskView } from './views/cases-desk.js';

const id = z.uuid();

/** Cases for those who answer them. */
@PageController('examiners/cases')
@Allow('examiner', 'admin')
export class CasesDeskPages {
  constructor(
    private readonly cases: CaseQueries,
    private readonly deciding: DecideCase,
  ) {}

  @Get()
  async queue(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    return CasesDeskView({ page, cases: await this.cases.waiting(personId) });
  }

  @Get(':id')
  file(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) caseId: string,
  ): Promise<JSX.Element> {
    return this.view(page, personId, caseId, emptyForm());
  }

  @Post(':id')
  @HttpCode(303)
  decide(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) caseId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: outcomeSchema, body },
      act: async (outcome) => {
        await this.deciding.execute({ caseId, ...outcome, by });
        return '/examiners/cases';
      },
      view: (form) => this.view(page, by, caseId, form),
    });
  }

  private async view(page: PageContext, viewerId: string, caseId: string, form: FormState): Promise<JSX.Element> {
    const one = await this.cases.byId(caseId);
    if (!one) throw noCase();
    return CaseFileView({ page, form, one, barred: await this.deciding.barred(one, viewerId) });
  }
}
