import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
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
import { SalesFigures } from '../admin/figures.js';
import { MarketQueries } from '../markets/market.queries.js';
import { ProductQueries } from '../products/product.queries.js';
import { codeForm } from './code-form.js';
import { CodeDeskQueries } from './code-desk.queries.js';
import { codeFilter } from './code-filter.js';
import { codeWithdrawalSchema } from './code.schemas.js';
import { CreateCode } from './create-code.js';
import { CodeListView } from './views/code-list.js';
import { CodeView } from './views/code.js';
import { NewCodeView } from './views/new-code.js';
import { WithdrawCode } from './withdraw-code.js';

const idSchema = z.uuid();
const pageLength = 50;

/** Promotion codes: given out, counted, withdrawn. */
@PageController('admin/codes')
@Allow('admin')
export class AdminCodesPages {
  constructor(
    private readonly codes: CodeDeskQueries,
    private readonly sales: SalesFigures,
    private readonly markets: MarketQueries,
    private readonly products: ProductQueries,
    private readonly createCode: CreateCode,
    private readonly withdrawCode: WithdrawCode,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query({ schema: codeFilter }) { after, limit: _, ...filter }: z.infer<typeof codeFilter>,
  ): Promise<JSX.Element> {
    const codes = await this.codes.list(filter, pageLength + 1, after ?? null);
    const next = codes.length > pageLength ? codes[pageLength - 1]!.id : null;
    return CodeListView({ page, codes: codes.slice(0, pageLength), filter, next });
  }

  @Get('new')
  blank(@Page() page: PageContext): Promise<JSX.Element> {
    return this.newView(page, emptyForm({ zone: 'UTC', personLimit: '1', withOffers: 'yes' }));
  }

  @Post()
  async create(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: codeForm(await this.markets.all()), body },
      act: async (code) => `/admin/codes/${(await this.createCode.execute(code, viewer.personId)).id}`,
      view: (form) => this.newView(page, form),
    });
  }

  @Get(':id')
  show(@Page() page: PageContext, @Param('id', { schema: idSchema }) id: string): Promise<JSX.Element> {
    return this.view(page, id, emptyForm());
  }

  @Post(':id/withdrawal')
  withdraw(
    @Page() page: PageContext,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: idSchema }) id: string,
    @Body() body: unknown,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: codeWithdrawalSchema, body },
      act: async (withdrawal) => {
        await this.withdrawCode.execute(id, withdrawal, viewer.personId);
        return `/admin/codes/${id}`;
      },
      view: (form) => this.view(page, id, form),
    });
  }

  private async newView(page: PageContext, form: FormState): Promise<JSX.Element> {
    const [markets, { cards }] = await Promise.all([this.markets.all(), this.products.all()]);
    return NewCodeView({ page, form, markets, products: cards });
  }

  private async view(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    const [code, sales] = await Promise.all([this.codes.byId(id), this.sales.withCode(id)]);
    if (!code) throw notFound('code');
    return CodeView({ page, code, sales, form });
  }
}
