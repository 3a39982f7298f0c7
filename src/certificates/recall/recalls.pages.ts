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
import { AcknowledgeRecall } from './acknowledge-recall.js';
import { noRecall } from './recall.errors.js';
import { RecallQueries } from './recall.queries.js';
import { acknowledgementSchema } from './recall.schemas.js';
import { CorrectionView } from './views/correction.js';

const id = z.uuid();

/** A safety correction for whom it concerns. */
@PageController('recalls')
@Allow('signed-in')
export class RecallPages {
  constructor(
    private readonly recalls: RecallQueries,
    private readonly acknowledging: AcknowledgeRecall,
  ) {}

  @Get(':id')
  show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) recallId: string,
  ): Promise<JSX.Element> {
    return this.view(page, personId, recallId, emptyForm());
  }

  @Post(':id')
  @HttpCode(303)
  acknowledge(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) recallId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: acknowledgementSchema, body },
      act: async (sent) => {
        await this.acknowledging.execute(recallId, personId, sent);
        return `/recalls/${recallId}`;
      },
      view: (form) => this.view(page, personId, recallId, form),
    });
  }

  private async view(page: PageContext, personId: string, recallId: string, form: FormState): Promise<JSX.Element> {
    const recall = await this.recalls.forPerson(recallId, personId);
    if (!recall) throw noRecall();
    return CorrectionView({ page, form, recall });
  }
}
