import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  Allow,
  askedFilter,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { poolAddress } from './bank-address.js';
import { noSuchPool } from './bank.errors.js';
import { bankFilter } from './bank-filter.js';
import { BankQueries } from './bank.queries.js';
import { CreatePool, newPool } from './create-pool.js';
import { PoolView } from './views/pool.js';
import { PoolsView } from './views/pools.js';

/** Pools and what is in them. */
@PageController('bank')
@Allow('author', 'examiner', 'admin')
export class BankPages {
  constructor(
    private readonly bank: BankQueries,
    private readonly createPool: CreatePool,
  ) {}

  @Get()
  pools(@Page() page: PageContext): Promise<JSX.Element> {
    return this.view(page, emptyForm({ language: 'en' }));
  }

  @Post()
  create(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: newPool, body },
      act: async (pool) => {
        await this.createPool.execute(pool, personId);
        return poolAddress(pool.slug);
      },
      view: (form) => this.view(page, form),
    });
  }

  @Get(':pool')
  async pool(
    @Page() page: PageContext,
    @Param('pool') slug: string,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const pool = await this.bank.pool(slug);
    if (!pool) throw noSuchPool();
    const { query: filter, form } = askedFilter(bankFilter, asked, response);
    const [{ items, total }, topics, coverage] = await Promise.all([
      this.bank.list(pool.id, filter),
      this.bank.topics(pool.id),
      this.bank.coverage(pool.id),
    ]);
    return PoolView({ page, pool, filter, form, items, total, topics, coverage });
  }

  private async view(page: PageContext, form: FormState): Promise<JSX.Element> {
    return PoolsView({ page, pools: await this.bank.pools(), form });
  }
}
