import { Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import { Allow, Answers, ApiController, Refuses } from '../../web/index.js';
import { offerAnswer, offerAnswerOf } from './answers.js';
import type { Evidence } from './evidence.js';
import { ReadEvidence } from './read-evidence.js';

const instant = z.iso.datetime();

const evidenceAnswer = offerAnswer.extend({
  product: z.object({ slug: z.string(), title: z.string() }),
  market: z.string(),
  scheduledBy: z.string().nullable(),
  scheduledAt: instant,
  priceBefore: moneySchema.optional(),
  priceAfter: moneySchema.optional(),
  priorPrice: moneySchema.optional().describe('The lowest price of the days before, if known throughout'),
  basis: z.array(z.object({ from: instant, price: moneySchema })).describe('Every price of those days'),
  claims: z.object({ held: z.int(), kept: z.int(), released: z.int() }).describe('Places at its price'),
  orders: z.array(
    z.object({
      number: z.string(),
      placedAt: instant,
      settledAt: instant.nullable(),
      status: z.string(),
      quantity: z.int(),
      amount: moneySchema,
    }),
  ),
});

/** What shows an offer to have been what it said. */
@ApiController('admin/offers', 'admin')
@Allow('admin', 'accountant')
export class EvidenceApi {
  constructor(private readonly evidence: ReadEvidence) {}

  @Get(':id')
  @Answers(200, evidenceAnswer)
  @Refuses('400 malformed', '404 not_found')
  async show(@Param('id', { schema: z.uuid() }) id: string): Promise<z.infer<typeof evidenceAnswer>> {
    return answerOf(await this.evidence.execute(id));
  }
}

function answerOf(evidence: Evidence): z.infer<typeof evidenceAnswer> {
  const { offer, product, before, after, priorPrice, basis, sales, claims } = evidence;
  return {
    ...offerAnswerOf(offer, offer.currency, product.now),
    product: { slug: product.slug, title: product.title },
    market: offer.market,
    scheduledBy: offer.createdBy,
    scheduledAt: offer.createdAt.toISOString(),
    ...(before && { priceBefore: before }),
    ...(after && { priceAfter: after }),
    ...(priorPrice && { priorPrice }),
    basis: basis.map(({ at, price }) => ({ from: at.toISOString(), price })),
    claims,
    orders: sales.map(({ orderNumber, placedAt, settledAt, ...rest }) => ({
      ...{ number: orderNumber, placedAt: placedAt.toISOString(), settledAt: settledAt?.toISOString() ?? null },
      ...rest,
    })),
  };
}
