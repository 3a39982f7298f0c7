import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
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
import { ApplicationQueries } from './application.queries.js';
import { decisionSchema } from './decision.schema.js';
import { DecideApplication } from './decide-application.js';
import { DecisionQueries } from './decisions.queries.js';
import { ApplicationFileView } from './views/application-file.js';
import { ApplicationQueueView } from './views/application-queue.js';

const address = '/examiners/applications';
const most = 100;

/** Applications that are complete, for those who decide. */
@PageController('examiners/applications')
@Allow('examiner', 'admin')
export class DecisionPages {
  constructor(
    private readonly applications: ApplicationQueries,
    private readonly files: DecisionQueries,
    private readonly deciding: DecideApplication,
  ) {}

  @Get()
  async queue(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    return ApplicationQueueView({ page, applications: await this.applications.ready(personId, most) });
  }

  @Get(':id')
  file(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id') id: string,
  ): Promise<JSX.Element> {
    return this.view(page, personId, id, emptyForm());
  }

  @Post(':id')
  @HttpCode(303)
  decide(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: decisionSchema,
      body,
      act: async (decision) => {
        await this.deciding.execute({ applicationId: id, ...decision, by: personId });
        return address;
      },
      view: (form) => this.view(page, personId, id, form),
    });
  }

  private async view(page: PageContext, viewerId: string, id: string, form: FormState): Promise<JSX.Element> {
    return ApplicationFileView({ page, form, file: await this.files.file(id, viewerId) });
  }
}
