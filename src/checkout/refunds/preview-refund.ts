import { Injectable } from '@nestjs/common';
import { Clock, notFound } from '../../shared/index.js';
import { EarnedCertificates } from '../../enrollment/index.js';
import { RefundCases, type SoldOrder } from './refund-case.js';
import { effectsOf, type RefundEffects } from './refund-effects.js';
import { quoteRefund, type RefundQuote } from './refund-quote.js';

export interface RefundPreview {
  order: SoldOrder;
  quote: RefundQuote;
  effects: RefundEffects;
}

/** What a refund would give back and take away, without doing it. */
@Injectable()
export class PreviewRefund {
  constructor(
    private readonly cases: RefundCases,
    private readonly clock: Clock,
    private readonly certificates: EarnedCertificates,
  ) {}

  /** `strict`: by the terms of the order, as its buyer sees it. @throws not_found, also for an order that was never paid */
  async execute(number: string, { strict, personId }: { strict: boolean; personId?: string }): Promise<RefundPreview> {
    const order = await this.cases.byNumber(number, personId ?? null);
    if (!order) throw notFound('order');
    const quote = quoteRefund(order, await this.clock.now(), { strict });
    return { order, quote, effects: await this.effects(order, quote) };
  }

  /** Of a quote that was given before. */
  async effects(order: SoldOrder, quote: RefundQuote): Promise<RefundEffects> {
    const courseIds = quote.lines.flatMap((line) => line.courses.map(({ courseId }) => courseId));
    return effectsOf(order, quote, await this.certificates.of(order.personId, courseIds));
  }
}
