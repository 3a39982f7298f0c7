import { Body, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Clock, moneySchema } from '../../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { CancelOffer } from '../offers/cancel-offer.js';
import { ExtendOffer } from '../offers/extend-offer.js';
import {
  type Extension,
  extensionSchema,
  type NewListPrice,
  newListPriceSchema,
  type NewOffer,
  newOfferSchema,
  type PriceWithdrawal,
  priceWithdrawalSchema,
} from '../offers/price.schemas.js';
import { ScheduleOffer } from '../offers/schedule-offer.js';
import { SetListPrice } from '../offers/set-list-price.js';
import { WithdrawListPrice } from '../offers/withdraw-list-price.js';
import { slugSchema } from '../quote/quote.js';
import { offerAnswer, offerAnswerOf } from './answers.js';

const priceAnswer = z.object({ id: z.uuid(), price: moneySchema, effectiveAt: z.iso.datetime() });

/** Prices of a bundle, or of a course: `:slug` may name either. */
@ApiController('admin', 'admin')
@Allow('admin')
export class AdminPricesApi {
  constructor(
    private readonly setListPrice: SetListPrice,
    private readonly withdrawListPrice: WithdrawListPrice,
    private readonly scheduleOffer: ScheduleOffer,
    private readonly extendOffer: ExtendOffer,
    private readonly cancelOffer: CancelOffer,
    private readonly clock: Clock,
  ) {}

  @Post('bundles/:slug/prices')
  @Answers(201, priceAnswer)
  @Refuses('400 malformed', '404 not_found', '422 in_the_past', '422 currency_unknown', '422 invalid_input')
  async price(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newListPriceSchema }) input: NewListPrice,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof priceAnswer>> {
    const { id, price, effectiveAt } = await this.setListPrice.execute(slug, input, viewer.personId);
    return { id, price, effectiveAt: effectiveAt.toISOString() };
  }

  @Post('prices/:id/withdrawal')
  @HttpCode(204)
  @Answers(204, undefined, 'It will not come, or was withdrawn before')
  @Refuses('400 malformed', '404 not_found', '409 price_begun')
  async withdrawPrice(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: priceWithdrawalSchema }) withdrawal: PriceWithdrawal,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.withdrawListPrice.execute(id, withdrawal, viewer.personId);
  }

  @Post('bundles/:slug/offers')
  @Answers(201, offerAnswer)
  @Refuses(
    '400 malformed',
    '404 not_found',
    '409 offer_overlaps',
    '422 in_the_past',
    '422 offer_ends_before_start',
    '422 offer_not_lower',
    '422 offer_cooling_off',
    '422 product_without_price',
    '422 currency_unknown',
    '422 invalid_input',
  )
  async offer(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newOfferSchema }) input: NewOffer,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof offerAnswer>> {
    const offer = await this.scheduleOffer.execute(slug, input, viewer.personId);
    return offerAnswerOf(offer, input.price.currency, await this.clock.now());
  }

  @Post('offers/:id/extension')
  @Answers(201, offerAnswer, 'It ends later now')
  @Refuses(
    '400 malformed',
    '404 not_found',
    '409 offer_cancelled',
    '409 offer_ended',
    '409 offer_extended',
    '409 offer_overlaps',
    '422 extension_not_later',
    '422 offer_cooling_off',
    '422 invalid_input',
  )
  async extend(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: extensionSchema }) input: Extension,
    @CurrentViewer() viewer: Viewer,
  ): Promise<z.infer<typeof offerAnswer>> {
    const offer = await this.extendOffer.execute(id, input, viewer.personId);
    return offerAnswerOf(offer, offer.currency, await this.clock.now());
  }

  @Delete('offers/:id')
  @HttpCode(204)
  @Answers(204, undefined, 'Called off, or it was already')
  @Refuses('404 not_found', '409 offer_begun')
  async cancel(@Param('id', { schema: z.uuid() }) id: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    await this.cancelOffer.execute(id, viewer.personId);
  }
}
