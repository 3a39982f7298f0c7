import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { VisitorMarket } from '../../bundles/index.js';
import { DomainError, newId, notFound } from '../../shared/index.js';
import { clientOf } from '../../users/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { OrderQueries } from '../orders/order.queries.js';
import { SettleOrder } from '../settling/settle-order.js';
import { CancelCheckout } from './cancel-checkout.js';
import { type Confirmation, confirmationFor, namedIn } from './confirmation.js';
import { checkoutAddress, type Choice, choiceSchema, requestOf } from './choice.js';
import { ReviewCheckout } from './review-checkout.js';
import { StartCheckout } from './start-checkout.js';
import { CheckoutView } from './views/checkout.js';
import { DoneView } from './views/done.js';
import { OwnedView } from './views/owned.js';

/** From "Enroll" to the payment page and back. */
@PageController('checkout')
@Allow('signed-in')
export class CheckoutPages {
  constructor(
    private readonly reviewing: ReviewCheckout,
    private readonly start: StartCheckout,
    private readonly settle: SettleOrder,
    private readonly cancel: CancelCheckout,
    private readonly queries: OrderQueries,
  ) {}

  /** The price and the promise that the buyer confirms. */
  @Get()
  async review(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @VisitorMarket() market: string,
    @Query({ schema: choiceSchema }) choice: Choice,
  ): Promise<JSX.Element> {
    try {
      const review = await this.reviewing.execute({ personId: viewer.personId, market }, choice);
      const { errors } = review;
      const form = {
        ...emptyForm({ code: choice.code, quantity: choice.quantity }),
        errors,
        summary: Object.values(errors),
      };
      return await CheckoutView({ page, review, key: newId(), form });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'already_owned') {
        return OwnedView({ page, sentence: error.message });
      }
      throw error;
    }
  }

  /** "Enroll" leads to the review; the confirmed price leads to the payment page, or to the thanks if it is nothing. */
  @Post()
  async confirm(
    @Page() page: PageContext,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentViewer() viewer: Viewer,
    @VisitorMarket() market: string,
    @Body() body: Record<string, unknown>,
  ): Promise<JSX.Element> {
    const asked = choiceSchema.safeParse(body);
    if (!asked.success) throw notFound('product');
    if (!('key' in body)) return seeOther(response, checkoutAddress(asked.data));
    const chooser = { personId: viewer.personId, market };
    return submit({
      response,
      schema: confirmationFor(asked.data.purpose),
      body,
      act: async (form: Confirmation) => {
        const { key, amount, currency } = form;
        const order = await this.start.execute({
          ...requestOf(asked.data, chooser),
          ...namedIn(form),
          idempotencyKey: key,
          expectedTotal: { amount, currency },
          client: clientOf(request),
        });
        if (order.status === 'pending' && order.checkoutUrl) return order.checkoutUrl;
        return order.status === 'paid' ? `/checkout/${order.number}/done` : `/orders/${order.number}`;
      },
      view: async (form) => {
        const review = await this.reviewing.execute(chooser, asked.data);
        return CheckoutView({
          page,
          review,
          key: newId(),
          form: { ...form, values: { ...asked.data, ...form.values } },
        });
      },
    });
  }

  /** Where the payment page leads back to without a payment. */
  @Get(':number')
  cancelled(@Param('number') number: string, @Res({ passthrough: true }) response: Response): string {
    return seeOther(response, `/orders/${encodeURIComponent(number)}`);
  }

  /** Gives the open checkout up and leads to the same choice anew. */
  @Post(':number/cancellation')
  async cancelNow(
    @Param('number') number: string,
    @CurrentViewer() viewer: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.cancel.execute(viewer.personId, number);
    return seeOther(response, `/orders/${encodeURIComponent(number)}`);
  }

  /** Where the payment page leads after a payment. What the address claims is not believed: Stripe is asked. */
  @Get(':number/done')
  async done(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('number') number: string,
  ): Promise<JSX.Element> {
    const order = await this.queries.ofPerson(viewer.personId, number);
    if (!order) throw notFound('order');
    if (order.checkoutSessionId && !order.settledAt) await this.settle.execute(order.checkoutSessionId);
    return DoneView({ page, order: (await this.queries.ofPerson(viewer.personId, number))! });
  }
}
