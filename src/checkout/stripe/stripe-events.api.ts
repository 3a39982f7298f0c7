import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, Refuses } from '../../web/index.js';
import { ReceiveStripeEvent } from './receive-stripe-event.js';

const received = z.object({ received: z.literal(true) });

@Controller('stripe/events')
@ApiTags('stripe')
export class StripeEventsApi {
  constructor(private readonly receive: ReceiveStripeEvent) {}

  /** Stripe proves itself by its signature over the raw body. */
  @Post()
  @Allow('anyone')
  @HttpCode(200)
  @Answers(200, received, 'Kept; the work follows')
  @Refuses('400 bad_signature')
  async post(
    @Req() request: RawBodyRequest<Request>,
    @Headers('stripe-signature') signature: string | undefined,
  ): Promise<z.infer<typeof received>> {
    await this.receive.execute(request.rawBody, signature);
    return { received: true };
  }
}
