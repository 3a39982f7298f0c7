import { Injectable } from '@nestjs/common';
import { type DisputeRow, DisputeQueries } from '../disputes/dispute.queries.js';
import { RefundQueries, type RefundRequest, type RefundRow } from './refund.queries.js';

/** What happened to an order since it was paid. */
export interface AfterSale {
  requests: RefundRequest[];
  refunds: RefundRow[];
  disputes: DisputeRow[];
}

@Injectable()
export class AfterSaleQueries {
  constructor(
    private readonly refunds: RefundQueries,
    private readonly disputes: DisputeQueries,
  ) {}

  async of(orderId: string): Promise<AfterSale> {
    const [requests, refunds, disputes] = await Promise.all([
      this.refunds.requestsOf(orderId),
      this.refunds.refundsOf(orderId),
      this.disputes.ofOrder(orderId),
    ]);
    return { requests, refunds, disputes };
  }
}
