import { Get, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  Page,
  PageController,
  type PageContext,
  Refuses,
  seeOther,
} from '../../web/index.js';
import { BalanceCheckQueries } from './balance-check.queries.js';
import { agrees, type BalanceCheck, CheckBalance } from './check-balance.js';
import { StripeBalanceView } from './views/stripe-balance.js';

const shownAtMost = 60;
const checkSchema = z.object({
  agrees: z.boolean(),
  stripe: moneySchema,
  pulled: moneySchema.describe('Sum of all movements known'),
  booked: moneySchema.describe('On account 1100'),
  unposted: moneySchema.describe('Of movements not booked yet'),
});
const listSchema = z.object({ items: z.array(checkSchema.extend({ at: z.iso.datetime() })) });
const doneSchema = z.object({ items: z.array(checkSchema) });

@PageController('books/stripe-balance')
@Allow('accountant', 'admin')
export class StripeBalancePages {
  constructor(
    private readonly checks: BalanceCheckQueries,
    private readonly check: CheckBalance,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    const [checks, waiting] = await Promise.all([this.checks.list(shownAtMost), this.checks.waiting(shownAtMost)]);
    return StripeBalanceView({ page, checks, waiting });
  }

  @Post('comparison')
  @Allow('accountant')
  async compare(@Res({ passthrough: true }) response: Response): Promise<string> {
    await this.check.execute();
    return seeOther(response, '/books/stripe-balance');
  }
}

@ApiController('books/stripe-balance', 'books')
@Allow('accountant', 'admin')
export class StripeBalanceApi {
  constructor(
    private readonly checks: BalanceCheckQueries,
    private readonly check: CheckBalance,
  ) {}

  @Get()
  @Answers(200, listSchema, 'Comparisons with the balance at Stripe, newest first')
  @Refuses('401 unauthenticated', '403 forbidden')
  async list(): Promise<z.infer<typeof listSchema>> {
    const kept = await this.checks.list(shownAtMost);
    return { items: kept.map((check) => ({ ...checkJson(check), at: check.at.toISOString() })) };
  }

  @Post('comparison')
  @HttpCode(200)
  @Allow('accountant')
  @Answers(200, doneSchema, 'Stripe was asked and compared')
  @Refuses('401 unauthenticated', '403 forbidden')
  async compare(): Promise<z.infer<typeof doneSchema>> {
    return { items: (await this.check.execute()).map(checkJson) };
  }
}

function checkJson(check: BalanceCheck): z.infer<typeof checkSchema> {
  const money = (amount: number) => ({ amount, currency: check.currency });
  const { stripe, pulled, booked, unposted } = check;
  return {
    ...{ agrees: agrees(check), stripe: money(stripe), pulled: money(pulled) },
    ...{ booked: money(booked), unposted: money(unposted) },
  };
}
