import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  Page,
  PageController,
  type PageContext,
  Refuses,
  sendCsv,
} from '../../web/index.js';
import { FiguresView } from '../views/figures.js';
import { EbookFigureQueries } from './ebook-figures.js';
import { csvHead, csvRows } from './figures-csv.js';

const shown = 200;
const figure = z.object({
  id: z.string(),
  month: z.string().describe('2026-11'),
  ebook: z.string(),
  source: z.string().nullable().describe('The page they came from'),
  ...{ asked: z.int(), confirmed: z.int(), pdf: z.int(), epub: z.int() },
});
const listed = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(300).optional().describe('The id of the last row already known'),
});

@PageController('admin')
@Allow('admin')
export class AdminEbookPages {
  constructor(private readonly figures: EbookFigureQueries) {}

  @Get('ebooks')
  async show(@Page() page: PageContext): Promise<JSX.Element> {
    const [totals, rows] = await Promise.all([this.figures.totals(), this.figures.rows(shown, null)]);
    return FiguresView({ page, totals, rows });
  }

  @Get('ebooks.csv')
  csv(@Res() response: Response): Promise<void> {
    const read = (limit: number, after: string | null) => this.figures.rows(limit, after);
    return sendCsv(response, { name: 'ebooks.csv', head: csvHead(), read, write: csvRows });
  }
}

@ApiController('admin/ebooks', 'admin')
@Allow('admin')
export class AdminEbooksApi {
  constructor(private readonly figures: EbookFigureQueries) {}

  @Get()
  @Answers(200, z.object({ items: z.array(figure), next: z.string().nullable() }))
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: listed }) { limit, after }: z.infer<typeof listed>) {
    const items = await this.figures.rows(limit, after ?? null);
    return { items, next: items.length === limit ? items.at(-1)!.id : null };
  }
}
