import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
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
import { DecideRefund, whyNotAsAsked } from './decide-refund.js';
import { PreviewRefund } from './preview-refund.js';
import { RefundCases } from './refund-case.js';
import { RefundQueries } from './refund.queries.js';
import { declineSchema, refundJson, refundSchema, requestJson, requestSchema } from './refund.schemas.js';
import { RefundDesk, refundsAddress } from './views/refund-desk.js';
import { RefundRequestView } from './views/refund-request.js';

const id = z.uuid();
const nothing = z.object({});
const paging = z.object({ after: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) });
type Paging = z.infer<typeof paging>;

/** Refunds that buyers asked for: staff see what each would do and decide. */
@PageController('admin/refunds')
@Allow('admin', 'accountant')
export class RefundDeskPages {
  constructor(
    private readonly refunds: RefundQueries,
    private readonly preview: PreviewRefund,
    private readonly cases: RefundCases,
    private readonly decide: DecideRefund,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @Query({ schema: paging }) { after, limit }: Paging): Promise<JSX.Element> {
    const [waiting, unallocated, decided] = await Promise.all([
      this.refunds.waiting(),
      this.refunds.unallocated(),
      this.refunds.decided(limit + 1, after ?? null),
    ]);
    const shown = decided.slice(0, limit);
    return RefundDesk({
      page,
      waiting,
      unallocated,
      decided: shown,
      next: decided.length > limit ? shown.at(-1)!.id : null,
    });
  }

  @Get(':id')
  show(@Page() page: PageContext, @Param('id', { schema: id }) requestId: string): Promise<JSX.Element> {
    return this.render(page, requestId, emptyForm());
  }

  @Post(':id/approval')
  @Allow('admin')
  approve(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) requestId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body: {} },
      act: async () => {
        await this.decide.approve({ requestId, by: viewer.personId });
        return `${refundsAddress}/${requestId}`;
      },
      view: (form) => this.render(page, requestId, form),
    });
  }

  @Post(':id/refusal')
  @Allow('admin')
  refuse(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) requestId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: declineSchema, body },
      act: async ({ note }) => {
        await this.decide.decline({ requestId, by: viewer.personId, note });
        return `${refundsAddress}/${requestId}`;
      },
      view: (form) => this.render(page, requestId, form),
    });
  }

  private async render(page: PageContext, requestId: string, form: FormState): Promise<JSX.Element> {
    const request = await this.refunds.requestById(requestId);
    if (!request) throw notFound('refund request');
    const order = (await this.cases.byNumber(request.orderNumber))!;
    return RefundRequestView({
      ...{ page, form, request, order },
      effects: await this.preview.effects(order, request.quote),
      refusal: whyNotAsAsked(order, request.quote, page.now),
    });
  }
}

@ApiController('admin', 'admin')
@Allow('admin', 'accountant')
export class RefundDeskApi {
  constructor(
    private readonly refunds: RefundQueries,
    private readonly decide: DecideRefund,
  ) {}

  @Get('refund-requests')
  @Answers(
    200,
    z.object({
      waiting: z.array(requestSchema),
      unallocated: z.array(refundSchema),
      items: z.array(requestSchema),
      next: id.nullable(),
    }),
    'What waits, refunds without lines, and what was decided, newest first',
  )
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: paging }) { after, limit }: Paging) {
    const decided = await this.refunds.decided(limit + 1, after ?? null);
    const items = decided.slice(0, limit).map(requestJson);
    return {
      waiting: (await this.refunds.waiting()).map(requestJson),
      unallocated: (await this.refunds.unallocated()).map(refundJson),
      items,
      next: decided.length > limit ? items.at(-1)!.id : null,
    };
  }

  @Post('refund-requests/:id/approval')
  @Allow('admin')
  @Answers(201, z.object({ refundId: id }), 'Approved, and on its way through Stripe')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found', '409 refund_decided', '409 nothing_to_refund')
  approve(
    @Param('id', { schema: id }) requestId: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ refundId: string }> {
    return this.decide.approve({ requestId, by: viewer.personId });
  }

  @Post('refund-requests/:id/refusal')
  @Allow('admin')
  @HttpCode(204)
  @Answers(204, undefined, 'Declined; the buyer reads the note')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 refund_decided')
  async refuse(
    @Param('id', { schema: id }) requestId: string,
    @Body({ schema: declineSchema }) { note }: z.infer<typeof declineSchema>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.decide.decline({ requestId, by: viewer.personId, note });
  }
}
