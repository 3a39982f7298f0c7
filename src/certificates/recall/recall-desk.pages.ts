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
import { DecideRecall } from './decide-recall.js';
import { EndRecall } from './end-recall.js';
import { OpenRecall } from './open-recall.js';
import { noRecall } from './recall.errors.js';
import { RecallQueries } from './recall.queries.js';
import { recallDecisionSchema, recallEndSchema, recallSchema } from './recall.schemas.js';
import { NewRecallView } from './views/new-recall.js';
import { RecallFileView } from './views/recall-file.js';
import { RecallsView } from './views/recalls.js';

const id = z.uuid();
const fileOf = (recallId: string) => `/admin/recalls/${recallId}`;

/** Safety recalls for those who write and decide them. */
@PageController('admin/recalls')
@Allow('author', 'admin')
export class RecallDeskPages {
  constructor(
    private readonly recalls: RecallQueries,
    private readonly opening: OpenRecall,
    private readonly deciding: DecideRecall,
    private readonly ending: EndRecall,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return RecallsView({ page, recalls: await this.recalls.all() });
  }

  @Get('new')
  blank(@Page() page: PageContext): JSX.Element {
    return NewRecallView({ page, form: emptyForm() });
  }

  @Post()
  @HttpCode(303)
  open(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: recallSchema, body },
      act: async (typed) => fileOf((await this.opening.execute(typed, by)).id),
      view: (form) => NewRecallView({ page, form }),
    });
  }

  @Get(':id')
  file(@Page() page: PageContext, @Param('id', { schema: id }) recallId: string): Promise<JSX.Element> {
    return this.view(page, recallId, emptyForm());
  }

  @Post(':id/decision')
  @Allow('admin')
  @HttpCode(303)
  decide(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) recallId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: recallDecisionSchema, body },
      act: async (decision) => {
        await this.deciding.execute({ recallId, ...decision, by });
        return fileOf(recallId);
      },
      view: (form) => this.view(page, recallId, form),
    });
  }

  @Post(':id/end')
  @Allow('admin')
  @HttpCode(303)
  end(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) recallId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: recallEndSchema, body },
      act: async ({ reason }) => {
        await this.ending.execute(recallId, reason, by);
        return fileOf(recallId);
      },
      view: (form) => this.view(page, recallId, form),
    });
  }

  private async view(page: PageContext, recallId: string, form: FormState): Promise<JSX.Element> {
    const recall = await this.recalls.byId(recallId);
    if (!recall) throw noRecall();
    // Authors see how many; who it is, only admins.
    const people = page.viewer?.roles.includes('admin') ? await this.recalls.outstanding(recallId, 100, null) : [];
    return RecallFileView({ page, form, recall, people });
  }
}
