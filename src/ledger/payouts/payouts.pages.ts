import { Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { PayoutQueries, ReconcilePayout } from '../../checkout/index.js';
import { notFound } from '../../shared/index.js';
import { Allow, askedFilter, Page, PageController, type PageContext, seeOther } from '../../web/index.js';
import { payoutFilterSchema } from './payout-filter.js';
import { listedPayouts, type MovesPage, movesPage, onePayout } from './read-payouts.js';
import { PayoutView } from './views/payout.js';
import { PayoutsView } from './views/payouts.js';

@PageController('books/payouts')
@Allow('accountant', 'admin')
export class PayoutsPages {
  constructor(
    private readonly payouts: PayoutQueries,
    private readonly reconcile: ReconcilePayout,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(payoutFilterSchema, asked, response);
    return PayoutsView({ page, form, query, ...(await listedPayouts(this.payouts, query)) });
  }

  @Get(':payout')
  async show(
    @Page() page: PageContext,
    @Param('payout') id: string,
    @Query({ schema: movesPage }) query: MovesPage,
  ): Promise<JSX.Element> {
    return PayoutView({ page, ...(await onePayout(this.payouts, id, query)) });
  }

  /** Asks Stripe again; safe at any time. */
  @Post(':payout/reconciliation')
  async match(@Param('payout') id: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    if (!(await this.payouts.byId(id))) throw notFound('payout');
    await this.reconcile.execute(id);
    return seeOther(response, `/books/payouts/${id}`);
  }
}
