import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { moneySchema, notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { SalesFigures } from '../admin/figures.js';
import { type CodeFilter, CodeDeskQueries, type DeskCode } from './code-desk.queries.js';
import { codeFilter, codeStanding } from './code-filter.js';
import { type CodeWithdrawal, codeWithdrawalSchema, type NewCode, newCodeSchema } from './code.schemas.js';
import { CreateCode } from './create-code.js';
import { WithdrawCode } from './withdraw-code.js';

const instant = z.iso.datetime();
const codeAnswer = z.object({
  ...{ id: z.uuid(), code: z.string(), percent: z.int().nullable(), note: z.string() },
  off: z.array(z.object({ market: z.string(), off: moneySchema })),
  ...{ startsAt: instant, endsAt: instant, totalLimit: z.int().nullable(), personLimit: z.int().nullable() },
  withOffers: z.boolean(),
  products: z.array(z.object({ slug: z.string(), title: z.string() })).describe('Empty: for all'),
  ...{ createdBy: z.string().nullable(), createdAt: instant, withdrawnAt: instant.nullable() },
  kept: z.int().describe('Uses by orders that were paid'),
  held: z.int().describe('Uses by orders that can still be paid'),
  standing: codeStanding,
});
const codeWithOrders = codeAnswer.extend({
  orders: z.array(
    z.object({
      orderNumber: z.string(),
      placedAt: instant,
      settledAt: instant.nullable(),
      status: z.string(),
      total: moneySchema,
    }),
  ),
});

@ApiController('admin/codes', 'admin')
@Allow('admin')
export class AdminCodesApi {
  constructor(
    private readonly codes: CodeDeskQueries,
    private readonly sales: SalesFigures,
    private readonly createCode: CreateCode,
    private readonly withdrawCode: WithdrawCode,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(codeAnswer), next: z.string().nullable() }), 'The newest first')
  @Refuses('400 malformed')
  async list(@Query({ schema: codeFilter }) { limit, after, ...filter }: z.infer<typeof codeFilter>) {
    const found = await this.codes.list(filter satisfies CodeFilter, limit + 1, after ?? null);
    const items = found.slice(0, limit).map(answerOf);
    return { items, next: found.length > limit ? items.at(-1)!.id : null };
  }

  @Post()
  @Answers(201, codeAnswer)
  @Refuses('400 malformed', '422 code_taken', '422 code_worth', '422 code_ends_before_start', '422 product_unknown')
  @Refuses('422 market_unknown', '422 currency_unknown', '422 invalid_input')
  async create(@Body({ schema: newCodeSchema }) code: NewCode, @CurrentViewer() viewer: Viewer) {
    const { id } = await this.createCode.execute(code, viewer.personId);
    return answerOf(await this.find(id));
  }

  @Get(':id')
  @Answers(200, codeWithOrders, 'With the orders that use it')
  @Refuses('400 malformed', '404 not_found')
  async show(@Param('id', { schema: z.uuid() }) id: string): Promise<z.infer<typeof codeWithOrders>> {
    const [code, sales] = await Promise.all([this.find(id), this.sales.withCode(id)]);
    const orders = sales.map(({ placedAt, settledAt, ...rest }) => ({
      ...rest,
      ...{ placedAt: placedAt.toISOString(), settledAt: settledAt?.toISOString() ?? null },
    }));
    return { ...answerOf(code), orders };
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Answers(204, undefined, 'Nobody can use it any more; orders placed with it keep their price')
  @Refuses('400 malformed', '404 not_found')
  withdraw(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: codeWithdrawalSchema }) withdrawal: CodeWithdrawal,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.withdrawCode.execute(id, withdrawal, viewer.personId);
  }

  private async find(id: string): Promise<DeskCode> {
    const code = await this.codes.byId(id);
    if (!code) throw notFound('code');
    return code;
  }
}

function answerOf(code: DeskCode): z.infer<typeof codeAnswer> {
  const { id, percent, note, off, totalLimit, personLimit, withOffers, products, createdBy, kept, held, standing } =
    code;
  return {
    ...{ id, code: code.code, percent, note, off, totalLimit, personLimit, withOffers, products, createdBy },
    ...{ kept, held, standing, startsAt: code.startsAt.toISOString(), endsAt: code.endsAt.toISOString() },
    createdAt: code.createdAt.toISOString(),
    withdrawnAt: code.withdrawnAt?.toISOString() ?? null,
  };
}
