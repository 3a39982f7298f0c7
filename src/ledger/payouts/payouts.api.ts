import { Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { PayoutQueries, ReconcilePayout } from '../../checkout/index.js';
import { moneySchema, notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, Refuses, sendCsv } from '../../web/index.js';
import { payoutFilterSchema, type PayoutQuery } from './payout-filter.js';
import { moveJson, payoutDetailSchema, payoutJson, payoutSchema, sumJson, verdictSchema } from './payout.schemas.js';
import { movesHead, movesRows, payoutsHead, payoutsRows } from './payouts-csv.js';
import { listedPayouts, type MovesPage, movesPage, onePayout } from './read-payouts.js';

const listSchema = z.object({
  items: z.array(payoutSchema),
  next: z.string().nullable(),
  totals: z
    .array(z.object({ count: z.int(), amount: moneySchema, failed: z.int(), differences: z.int() }))
    .describe('Of all that match, per currency'),
});

@ApiController('books', 'books')
@Allow('accountant', 'admin')
export class PayoutsApi {
  constructor(
    private readonly payouts: PayoutQueries,
    private readonly reconcile: ReconcilePayout,
  ) {}

  @Get('payouts')
  @Answers(200, listSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: payoutFilterSchema }) query: PayoutQuery): Promise<z.infer<typeof listSchema>> {
    const { rows, totals, next } = await listedPayouts(this.payouts, query);
    return {
      items: rows.map(payoutJson),
      totals: totals.map(({ count, amount, failed, differences, currency }) => ({
        ...{ count, failed, differences },
        amount: { amount, currency },
      })),
      next,
    };
  }

  @Get('payouts.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async csv(@Query({ schema: payoutFilterSchema }) query: PayoutQuery, @Res() response: Response): Promise<void> {
    await sendCsv(response, {
      name: 'payouts.csv',
      head: payoutsHead(),
      read: (limit, after) => this.payouts.list(query, limit, after ?? query.after ?? null),
      write: payoutsRows,
    });
  }

  @Get('payouts/:payout')
  @Answers(200, payoutDetailSchema, 'The payout with what it was made of')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async show(
    @Param('payout') id: string,
    @Query({ schema: movesPage }) query: MovesPage,
  ): Promise<z.infer<typeof payoutDetailSchema>> {
    const { payout, sums, moves, next } = await onePayout(this.payouts, id, query);
    const { currency } = payout;
    return {
      ...payoutJson(payout),
      sums: sums.map((sum) => sumJson(sum, currency)),
      items: moves.map(moveJson),
      next,
    };
  }

  @Get('payouts/:payout/transactions.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async movesCsv(@Param('payout') id: string, @Res() response: Response): Promise<void> {
    if (!(await this.payouts.byId(id))) throw notFound('payout');
    await sendCsv(response, {
      name: `${id}.csv`,
      head: movesHead(),
      read: (limit, after) => this.payouts.moves(id, limit, after),
      write: movesRows,
    });
  }

  @Post('payouts/:payout/reconciliation')
  @HttpCode(200)
  @Answers(200, z.object({ verdict: verdictSchema }), 'Stripe was asked again')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async match(@Param('payout') id: string): Promise<{ verdict: z.infer<typeof verdictSchema> }> {
    if (!(await this.payouts.byId(id))) throw notFound('payout');
    return { verdict: await this.reconcile.execute(id) };
  }
}
