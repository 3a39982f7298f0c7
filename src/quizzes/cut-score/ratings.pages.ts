import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
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
import { sheetSchema } from './cut-score.schemas.js';
import { RateItems } from './panel/rate-items.js';
import { readSheet } from './read-study.js';
import { StudyQueries } from './study.queries.js';
import { perPage, SheetView } from './views/sheet.js';

const placeSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1) });
type Place = z.output<typeof placeSchema>;

@PageController('examiners/cut-scores/:study/ratings')
@Allow('author', 'examiner', 'admin')
export class RatingsPages {
  constructor(
    private readonly queries: StudyQueries,
    private readonly rateItems: RateItems,
  ) {}

  @Get()
  show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Query({ schema: placeSchema }) place: Place,
  ): Promise<JSX.Element> {
    return this.sheet(page, id, personId, place.page);
  }

  /** Saves this page and goes on to the next; after the last one, to the first that lacks a rating. */
  @Post()
  rate(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('study') id: string,
    @Query({ schema: placeSchema }) place: Place,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, body, schema: sheetSchema },
      act: async ({ ratings }) => {
        await this.rateItems.execute(id, personId, ratings);
        const { items } = await readSheet(this.queries, id, personId);
        const missing = items.findIndex(({ percent }) => percent === null);
        const next = place.page * perPage < items.length ? place.page + 1 : Math.floor(missing / perPage) + 1;
        return `/examiners/cut-scores/${id}/ratings?page=${Math.max(1, next)}`;
      },
      view: (form) => this.sheet(page, id, personId, place.page, form),
    });
  }

  private async sheet(page: PageContext, id: string, personId: string, at: number, form?: FormState) {
    const sheet = await readSheet(this.queries, id, personId);
    const values = sheet.items.map(({ position, percent }): [string, string] => [
      `percent-${position}`,
      percent === null ? '' : String(percent),
    ]);
    return SheetView({ page, at, ...sheet, form: form ?? emptyForm(Object.fromEntries(values)) });
  }
}
