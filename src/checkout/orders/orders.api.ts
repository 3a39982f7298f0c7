import { Body, Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import { clientOf } from '../../users/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { OrderQueries } from './order.queries.js';
import { keyTooLong } from '../checkout.errors.js';
import { orderRequestSchema, orderJson, orderSchema } from './order.schemas.js';
import { CancelCheckout } from '../buying/cancel-checkout.js';
import { StartCheckout } from '../buying/start-checkout.js';

const nothing = z.strictObject({}).optional();
const longestKey = 255;
const pageOfOrders = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.uuid().optional(),
});

@ApiController('orders')
@Allow('signed-in')
export class OrdersApi {
  constructor(
    private readonly start: StartCheckout,
    private readonly queries: OrderQueries,
    private readonly cancelling: CancelCheckout,
  ) {}

  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key gives the same order' })
  @Answers(201, orderSchema, 'The order; pay at `checkoutUrl`')
  @Refuses(
    '400 malformed',
    '401 unauthenticated',
    '404 not_found',
    '409 price_changed',
    '409 already_owned',
    '409 idempotency_key_reused',
    '409 amount_too_small',
  )
  @Refuses(
    '410 checkout_lapsed',
    '422 product_unknown',
    '422 code_unknown',
    '422 plan_not_offered',
    '422 recipient_missing',
    '422 gift_to_oneself',
    '422 clinic_missing',
    '422 named_in_vain',
    '503 payment_unavailable',
  )
  async place(
    @Body({ schema: orderRequestSchema }) body: z.infer<typeof orderRequestSchema>,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
  ): Promise<z.infer<typeof orderSchema>> {
    if (key && key.length > longestKey) throw keyTooLong(longestKey);
    return orderJson(
      await this.start.execute({
        ...body,
        personId: viewer.personId,
        idempotencyKey: key || undefined,
        client: clientOf(request),
      }),
    );
  }

  @Get()
  @Answers(200, z.object({ items: z.array(orderSchema), next: z.string().nullable() }))
  async list(@Query({ schema: pageOfOrders }) query: z.infer<typeof pageOfOrders>, @CurrentViewer() viewer: Viewer) {
    const orders = await this.queries.listOf(viewer.personId, query.limit + 1, query.after ?? null);
    const items = orders.slice(0, query.limit);
    return { items: items.map(orderJson), next: orders.length > query.limit ? items.at(-1)!.id : null };
  }

  @Get(':number')
  @Answers(200, orderSchema)
  @Refuses('404 not_found')
  async show(@Param('number') number: string, @CurrentViewer() viewer: Viewer): Promise<z.infer<typeof orderSchema>> {
    const order = await this.queries.ofPerson(viewer.personId, number);
    if (!order) throw notFound('order');
    return orderJson(order);
  }

  @Post(':number/cancellation')
  @HttpCode(200)
  @Answers(200, orderSchema, 'The order as it is now: closed, or paid if the payment was quicker')
  @Refuses('401 unauthenticated', '403 foreign_origin', '404 not_found', '503 payment_unavailable')
  @Refuses('409 bank_confirming')
  async cancel(
    @Param('number') number: string,
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: nothing }) _: unknown,
  ): Promise<z.infer<typeof orderSchema>> {
    return orderJson(await this.cancelling.execute(viewer.personId, number));
  }
}
