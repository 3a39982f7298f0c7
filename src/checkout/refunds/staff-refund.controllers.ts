import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { invalidField, notFound } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { AllocateRefund } from './allocate-refund.js';
import { PreviewRefund, type RefundPreview } from './preview-refund.js';
import { RefundOrder } from './refund-order.js';
import { refundQuoteSchema } from './refund-quote.js';
import { RefundQueries } from './refund.queries.js';
import { allocateSchema, staffRefundSchema } from './refund.schemas.js';
import { typedAmount } from './typed-amount.js';
import { refundsAddress } from './views/refund-desk.js';
import { StaffRefund } from './views/staff-refund.js';

const id = z.uuid();
const deciding = z.object({ request: id.optional().catch(undefined) });

/** Staff give money back outside the terms, and say what refunds from the dashboard were for. */
@PageController('admin')
@Allow('admin')
export class StaffRefundPages {
  constructor(
    private readonly preview: PreviewRefund,
    private readonly refunds: RefundQueries,
    private readonly refund: RefundOrder,
    private readonly allocate: AllocateRefund,
  ) {}

  @Get('orders/:number/refund')
  async show(
    @Page() page: PageContext,
    @Param('number') number: string,
    @Query({ schema: deciding }) { request }: z.infer<typeof deciding>,
  ): Promise<JSX.Element> {
    const form = emptyForm({ access: 'ends', ...(request && { request }) });
    return StaffRefund({ page, form, preview: await this.of(number) });
  }

  @Post('orders/:number/refund')
  giveBack(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: staffRefundSchema, body },
      act: async (input) => {
        await giveBack(this.refund, await this.of(number), input, viewer);
        return input.request ? `${refundsAddress}/${input.request}` : `/admin/orders/${number}`;
      },
      view: async (form) => StaffRefund({ page, form, preview: await this.of(number) }),
    });
  }

  @Get('refunds/allocation/:id')
  showAllocation(@Page() page: PageContext, @Param('id', { schema: id }) refundId: string): Promise<JSX.Element> {
    return this.allocation(page, refundId, emptyForm({ access: 'ends' }));
  }

  @Post('refunds/allocation/:id')
  allocated(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) refundId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: allocateSchema, body },
      act: async ({ lines, access }) => {
        const allocation = { refundId, lineIds: lines, closes: access === 'ends', by: viewer.personId };
        const { number } = await this.allocate.execute(allocation);
        return `/admin/orders/${number}`;
      },
      view: (form) => this.allocation(page, refundId, form),
    });
  }

  private of = (number: string): Promise<RefundPreview> => this.preview.execute(number, { strict: false });

  private async allocation(page: PageContext, refundId: string, form: FormState): Promise<JSX.Element> {
    const refund = await this.refunds.refundById(refundId);
    if (!refund || refund.cause !== 'dashboard') throw notFound('refund');
    return StaffRefund({ page, form, preview: await this.of(refund.orderNumber), allocating: refund });
  }
}

async function giveBack(
  refund: RefundOrder,
  { order }: RefundPreview,
  { lines, amount: typed, access, note, request }: z.infer<typeof staffRefundSchema>,
  viewer: Viewer,
): Promise<string> {
  const amount = typedAmount(typed, order.currency);
  if (Number.isNaN(amount)) throw invalidField('amount', `${order.currency} has fewer digits after the point.`);
  const why = { cause: 'staff', by: viewer.personId, note, requestId: request } as const;
  return (await refund.execute({ orderId: order.id, ...why, lineIds: lines, amount, closes: access === 'ends' }))!;
}

@ApiController('admin', 'admin')
@Allow('admin')
export class StaffRefundApi {
  constructor(
    private readonly preview: PreviewRefund,
    private readonly refund: RefundOrder,
    private readonly allocate: AllocateRefund,
  ) {}

  @Get('orders/:number/refund-quote')
  @Answers(200, refundQuoteSchema, 'All that is left of the order, line by line, whatever its terms')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async quote(@Param('number') number: string): Promise<z.infer<typeof refundQuoteSchema>> {
    return (await this.preview.execute(number, { strict: false })).quote;
  }

  @Post('orders/:number/refunds')
  @Answers(201, z.object({ refundId: id }), 'On its way through Stripe')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 nothing_to_refund')
  @Refuses('409 refund_decided', '422 refund_too_high', '422 refund_lines_missing')
  @Refuses('422 refund_whole_order')
  async giveBack(
    @Param('number') number: string,
    @Body({ schema: staffRefundSchema }) input: z.infer<typeof staffRefundSchema>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ refundId: string }> {
    const preview = await this.preview.execute(number, { strict: false });
    return { refundId: await giveBack(this.refund, preview, input, viewer) };
  }

  @Post('refunds/:id/allocation')
  @HttpCode(200)
  @Answers(200, z.object({ number: z.string() }), 'The order it belongs to')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 refund_allocated')
  @Refuses('422 refund_allocation_differs')
  allocation(
    @Param('id', { schema: id }) refundId: string,
    @Body({ schema: allocateSchema }) { lines, access }: z.infer<typeof allocateSchema>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ number: string }> {
    return this.allocate.execute({ refundId, lineIds: lines, closes: access === 'ends', by: viewer.personId });
  }
}
