import { Get } from '@nestjs/common';
import { z } from 'zod';
import { money, moneySchema } from '../../shared/index.js';
import { Allow, Answers, ApiController } from '../../web/index.js';
import { offerAnswer, offerAnswerOf } from './answers.js';
import { ReadToday } from './read-today.js';

const period = z.object({ now: moneySchema, before: moneySchema });

const todayAnswer = z.object({
  at: z.iso.datetime(),
  waiting: z.array(z.object({ label: z.string(), count: z.int(), href: z.string() })),
  sales: z
    .array(z.object({ currency: z.string(), today: period, days7: period, days30: period }))
    .describe('Charged, before refunds, each against the period before'),
  days: z.array(z.object({ day: z.iso.date(), payments: z.int(), amount: moneySchema })).describe('UTC, 60 of them'),
  products: z
    .array(z.object({ slug: z.string(), title: z.string(), orders: z.int(), amount: moneySchema }))
    .describe('Sold in 30 days'),
  offers: z
    .array(offerAnswer.extend({ product: z.string(), market: z.string(), seatsLeft: z.int().optional() }))
    .describe('Running and next'),
  codes: z.array(z.object({ code: z.string(), uses: z.int(), limit: z.int().nullable(), endsAt: z.iso.datetime() })),
});

@ApiController('admin/today', 'admin')
@Allow('admin')
export class TodayApi {
  constructor(private readonly today: ReadToday) {}

  @Get()
  @Answers(200, todayAnswer, 'Sales, what waits, offers and codes')
  async show(): Promise<z.infer<typeof todayAnswer>> {
    const { now, waiting, totals, days, products, offers, codes } = await this.today.execute();
    return {
      at: now.toISOString(),
      waiting,
      sales: totals.map((total) => {
        const pair = (one: number, other: number) => ({
          now: money(one, total.currency),
          before: money(other, total.currency),
        });
        return {
          currency: total.currency,
          today: pair(total.today, total.yesterday),
          days7: pair(total.days7, total.before7),
          days30: pair(total.days30, total.before30),
        };
      }),
      days: days.map(({ day, payments, amount, currency }) => ({ day, payments, amount: money(amount, currency) })),
      products: products.map(({ slug, product, orders, amount, currency }) => ({
        ...{ slug, title: product, orders },
        amount: money(amount, currency),
      })),
      offers: offers.map(({ slug, market, seats, seatsLeft, ...offer }) => ({
        ...offerAnswerOf({ ...offer, ...(seats !== null && { seats }) }, offer.currency, now),
        ...{ product: slug, market },
        ...(seatsLeft !== null && { seatsLeft: Math.max(0, seatsLeft) }),
      })),
      codes: codes.map(({ endsAt, ...code }) => ({ ...code, endsAt: endsAt.toISOString() })),
    };
  }
}
