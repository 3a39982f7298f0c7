import { Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { DisputeRegisterQueries } from '../../checkout/index.js';
import { moneySchema } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  askedFilter,
  Page,
  PageController,
  type PageContext,
  Refuses,
  sendCsv,
} from '../../web/index.js';
import { disputeFilterSchema, type DisputeQuery, disputeStandings } from './register-filters.js';
import { disputesHead, disputesRows } from './registers-csv.js';
import { DisputesView } from './views/disputes.js';

const listSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      openedAt: z.iso.datetime(),
      closedAt: z.iso.datetime().nullable(),
      orderNumber: z.string(),
      reason: z.string(),
      status: z.string().describe("Stripe's own"),
      standing: z.enum(disputeStandings),
      amount: moneySchema,
    }),
  ),
  next: z.string().nullable(),
  totals: z
    .array(z.object({ count: z.int(), open: moneySchema, won: moneySchema, lost: moneySchema }))
    .describe('Of all that match, per currency'),
});

@PageController('books/disputes')
@Allow('accountant', 'admin')
export class DisputesPages {
  constructor(private readonly disputes: DisputeRegisterQueries) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(disputeFilterSchema, asked, response);
    return DisputesView({ page, form, query, ...(await listed(this.disputes, query)) });
  }
}

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class BooksDisputesApi {
  constructor(private readonly disputes: DisputeRegisterQueries) {}

  @Get('disputes')
  @Answers(200, listSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: disputeFilterSchema }) query: DisputeQuery): Promise<z.infer<typeof listSchema>> {
    const { rows, totals, next } = await listed(this.disputes, query);
    return {
      items: rows.map(({ amount, currency, openedAt, closedAt, ...row }) => ({
        ...row,
        openedAt: openedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
        amount: { amount, currency },
      })),
      totals: totals.map(({ currency, count, open, won, lost }) => ({
        count,
        open: { amount: open, currency },
        won: { amount: won, currency },
        lost: { amount: lost, currency },
      })),
      next,
    };
  }

  @Get('disputes.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async csv(@Query({ schema: disputeFilterSchema }) query: DisputeQuery, @Res() response: Response): Promise<void> {
    await sendCsv(response, {
      name: 'disputes.csv',
      head: disputesHead(),
      read: (limit, after) => this.disputes.list(query, limit, after ?? query.after ?? null),
      write: disputesRows,
    });
  }
}

async function listed(disputes: DisputeRegisterQueries, query: DisputeQuery) {
  const [rows, totals] = await Promise.all([
    disputes.list(query, query.limit + 1, query.after ?? null),
    disputes.totals(query),
  ]);
  const shown = rows.slice(0, query.limit);
  return { rows: shown, totals, next: rows.length > query.limit ? shown.at(-1)!.id : null };
}
