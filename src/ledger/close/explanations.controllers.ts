import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { PayoutQueries } from '../../checkout/index.js';
import { notFound } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { dayOf, monthOf } from '../journal/months.js';
import { monthAddress } from './checklist-words.js';
import { reasonSchema } from './close.schemas.js';
import { ExplainPayout } from './explain-payout.js';
import { ExplainView } from './views/explain.js';

@PageController('books/payouts')
@Allow('accountant')
export class ExplanationPages {
  constructor(
    private readonly payouts: PayoutQueries,
    private readonly explaining: ExplainPayout,
  ) {}

  @Get(':payout/explanation')
  ask(@Page() page: PageContext, @Param('payout') id: string): Promise<JSX.Element> {
    return this.render(page, id, emptyForm());
  }

  @Post(':payout/explanation')
  explain(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('payout') payoutId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: reasonSchema, body },
      act: async ({ note }) => {
        await this.explaining.execute({ payoutId, by, note });
        return monthAddress(monthOf(dayOf((await this.payouts.byId(payoutId))!.createdAt)));
      },
      view: (form) => this.render(page, payoutId, form),
    });
  }

  private async render(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    const payout = await this.payouts.byId(id);
    if (!payout) throw notFound('payout');
    return ExplainView({ page, form, payout });
  }
}

@ApiController('books/payouts', 'books')
@Allow('accountant')
export class ExplanationsApi {
  constructor(private readonly explaining: ExplainPayout) {}

  @Post(':payout/explanation')
  @Answers(201, reasonSchema, 'Kept; it holds for this difference')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  @Refuses('409 already_explained', '422 nothing_to_explain')
  async explain(
    @CurrentViewer() viewer: Viewer,
    @Param('payout') payoutId: string,
    @Body({ schema: reasonSchema }) { note }: z.infer<typeof reasonSchema>,
  ): Promise<z.infer<typeof reasonSchema>> {
    await this.explaining.execute({ payoutId, by: viewer.personId, note });
    return { note };
  }
}
