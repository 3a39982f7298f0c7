import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  PageController,
  Refuses,
  seeOther,
  type Viewer,
} from '../../web/index.js';
import { OrderQueries } from '../orders/order.queries.js';
import { InstalmentQueries } from './instalment.queries.js';
import { PayInstalments } from './pay-instalments.js';
import {
  instalmentPageSchema,
  instalmentsJson,
  instalmentsSchema,
  pageJson,
  payRequestSchema,
} from './plan.schemas.js';
import { SettlePages } from './settle-pages.js';

const chosen = z.strictObject({ what: z.enum(['due', 'rest']) });

/** Paying instalments by hand. */
@PageController('orders')
@Allow('signed-in')
export class PlanPages {
  constructor(
    private readonly pay: PayInstalments,
    private readonly pages: SettlePages,
  ) {}

  @Post(':number/instalments/payment')
  async open(
    @Param('number') number: string,
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: chosen }) { what }: z.infer<typeof chosen>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const page = await this.pay.execute({ personId: viewer.personId, number, rest: what === 'rest' });
    return seeOther(response, page.url!);
  }

  /** Where the payment page leads back to; what came of it is asked of Stripe. */
  @Get(':number/instalments/done')
  async done(
    @Param('number') number: string,
    @CurrentViewer() viewer: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.pages.ofOrder(viewer.personId, number);
    return seeOther(response, `/orders/${encodeURIComponent(number)}`);
  }
}

@ApiController('orders')
@Allow('signed-in')
export class PlanApi {
  constructor(
    private readonly orders: OrderQueries,
    private readonly instalments: InstalmentQueries,
    private readonly pay: PayInstalments,
  ) {}

  @Get(':number/instalments')
  @Answers(200, instalmentsSchema, 'The instalments of an order that is paid in parts')
  @Refuses('401 unauthenticated', '404 not_found')
  async list(
    @Param('number') number: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof instalmentsSchema>> {
    const order = await this.orders.ofPerson(viewer.personId, number);
    if (!order?.plan) throw notFound('payment plan');
    return instalmentsJson(await this.instalments.ofOrder(order.id), order.currency);
  }

  @Post(':number/instalments/payment')
  @Answers(201, instalmentPageSchema, 'A page on which to pay what is due, or all that is left')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found', '409 nothing_due')
  @Refuses('503 payment_unavailable')
  async open(
    @Param('number') number: string,
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: payRequestSchema }) { rest }: z.infer<typeof payRequestSchema>,
  ): Promise<z.infer<typeof instalmentPageSchema>> {
    return pageJson(await this.pay.execute({ personId: viewer.personId, number, rest }));
  }
}
