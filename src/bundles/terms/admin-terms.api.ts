import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { moneySchema, notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { marketQuery } from '../markets/market.schemas.js';
import { slugSchema } from '../quote/quote.js';
import { SetVolumeSteps } from '../volume/set-volume-steps.js';
import { refundPolicySchema } from './sale-terms.js';
import { SaleTermsQueries } from './sale-terms.queries.js';
import { SetRefundPolicy } from './set-refund-policy.js';
import { SetSaleTerms } from './set-sale-terms.js';
import {
  type NewPolicy,
  newPolicySchema,
  type NewTerms,
  newTermsSchema,
  type NewVolume,
  newVolumeSchema,
} from './terms.schemas.js';
import { TermsDeskQueries } from './terms-desk.queries.js';

const place = z.strictObject(marketQuery);
const policyAnswer = refundPolicySchema.omit({ feeFixed: true }).extend({
  version: z.int(),
  fees: z.array(z.object({ market: z.string(), fee: moneySchema })),
  reason: z.string(),
  createdAt: z.iso.datetime(),
  latest: z.boolean().describe('Holds for whoever buys now'),
});
const termsAnswer = z.object({
  refund: refundPolicySchema,
  accessDays: z.int().nullable(),
  plan: newTermsSchema.shape.plan.unwrap(),
  volume: newVolumeSchema.shape.steps,
});

/** What buyers are promised beside the price. `:slug` may name a bundle or a course. */
@ApiController('admin', 'admin')
@Allow('admin')
export class AdminTermsApi {
  constructor(
    private readonly desk: TermsDeskQueries,
    private readonly terms: SaleTermsQueries,
    private readonly setRefundPolicy: SetRefundPolicy,
    private readonly setSaleTerms: SetSaleTerms,
    private readonly setVolumeSteps: SetVolumeSteps,
  ) {}

  @Get('refund-policies')
  @Answers(200, z.object({ items: z.array(policyAnswer) }), 'Every version')
  async policies(): Promise<{ items: z.infer<typeof policyAnswer>[] }> {
    const items = await this.desk.policies();
    return {
      items: items.map(({ createdBy: _, createdAt, ...rest }) => ({ ...rest, createdAt: createdAt.toISOString() })),
    };
  }

  @Post('refund-policies')
  @Answers(201, z.object({ id: z.uuid(), version: z.int() }), 'Holds from now on')
  @Refuses('400 malformed', '422 market_unknown', '422 currency_unknown', '422 invalid_input')
  policy(@Body({ schema: newPolicySchema }) policy: NewPolicy, @CurrentViewer() viewer: Viewer) {
    return this.setRefundPolicy.execute(policy, viewer.personId);
  }

  @Post('terms')
  @HttpCode(204)
  @Answers(204, undefined, 'Hold from now on for every product without terms of its own')
  @Refuses('400 malformed', '422 policy_unknown')
  forAll(@Body({ schema: newTermsSchema }) terms: NewTerms, @CurrentViewer() viewer: Viewer): Promise<void> {
    return this.setSaleTerms.execute(null, terms, viewer.personId);
  }

  @Get('bundles/:slug/terms')
  @Answers(200, termsAnswer, 'That hold now')
  @Refuses('400 malformed', '404 not_found')
  async show(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query({ schema: place }) { market }: z.infer<typeof place>,
  ): Promise<z.infer<typeof termsAnswer>> {
    const product = await this.desk.ofProduct(slug, market);
    const terms = product && (await this.terms.of([product.id], market)).get(product.id);
    if (!terms) throw notFound('product');
    return { ...terms, volume: product.volume };
  }

  @Post('bundles/:slug/terms')
  @HttpCode(204)
  @Answers(204, undefined, 'Hold from now on')
  @Refuses('400 malformed', '404 not_found', '422 policy_unknown')
  set(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newTermsSchema }) terms: NewTerms,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.setSaleTerms.execute(slug, terms, viewer.personId);
  }

  @Post('bundles/:slug/volume')
  @HttpCode(204)
  @Answers(204, undefined, 'Hold from now on')
  @Refuses('400 malformed', '404 not_found', '422 market_unknown', '422 volume_not_rising')
  volume(
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body({ schema: newVolumeSchema }) volume: NewVolume,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    return this.setVolumeSteps.execute(slug, volume, viewer.personId);
  }
}
