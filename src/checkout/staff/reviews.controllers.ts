import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { moneySchema, notFound } from '../../shared/index.js';
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
import { FailedEventQueries } from './failed-events.queries.js';
import { ResolveReview } from './resolve-review.js';
import { type Review, type ReviewFilter, reviewFilterSchema, ReviewQueries } from './review.queries.js';
import { ReviewView } from './views/review.js';
import { ReviewsView } from './views/reviews.js';

const arriving = z.object({ done: z.literal('resolved').optional().catch(undefined) });
const resolution = z.strictObject({
  note: z
    .string('Say what was decided.')
    .trim()
    .min(1, 'Say what was decided, in a few words.')
    .max(2000, 'Use at most 2000 characters.'),
});
const id = z.uuid();
const reviewSchema = z.object({
  id,
  reason: z.string(),
  at: z.iso.datetime(),
  seen: z.record(z.string(), z.unknown()),
  order: z.object({
    number: z.string(),
    status: z.string(),
    total: moneySchema,
    buyer: z.object({ name: z.string(), email: z.string() }),
  }),
  resolved: z.object({ at: z.string(), by: z.string(), note: z.string() }).nullable(),
});

@PageController('admin/reviews')
@Allow('admin', 'accountant')
export class ReviewsPages {
  constructor(
    private readonly reviews: ReviewQueries,
    private readonly events: FailedEventQueries,
    private readonly resolve: ResolveReview,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query({ schema: reviewFilterSchema }) filter: ReviewFilter,
  ): Promise<JSX.Element> {
    const [waiting, failed] = await Promise.all([this.reviews.waiting(), this.events.count()]);
    return ReviewsView({ page, filter, waiting, failed, ...(await listed(this.reviews, filter)) });
  }

  @Get(':id')
  show(
    @Page() page: PageContext,
    @Param('id', { schema: id }) reviewId: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.render({ ...page, ...(done && { notice: 'The review is resolved.' }) }, reviewId, emptyForm());
  }

  @Post(':id/resolution')
  @Allow('admin')
  close(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) reviewId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: resolution, body },
      act: async ({ note }) => {
        await this.resolve.execute({ reviewId, note, by: viewer.personId });
        return `/admin/reviews/${reviewId}?done=resolved`;
      },
      view: (form) => this.render(page, reviewId, form),
    });
  }

  private async render(page: PageContext, reviewId: string, form: FormState): Promise<JSX.Element> {
    const review = await this.reviews.byId(reviewId);
    if (!review) throw notFound('review');
    return ReviewView({ page, form, review });
  }
}

@ApiController('admin/reviews', 'admin')
@Allow('admin', 'accountant')
export class ReviewsApi {
  constructor(
    private readonly reviews: ReviewQueries,
    private readonly resolve: ResolveReview,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(reviewSchema), next: id.nullable() }), 'Newest first')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: reviewFilterSchema }) filter: ReviewFilter) {
    const { reviews, next } = await listed(this.reviews, filter);
    return { items: reviews.map(reviewJson), next };
  }

  @Get(':id')
  @Answers(200, reviewSchema)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@Param('id', { schema: id }) reviewId: string): Promise<z.infer<typeof reviewSchema>> {
    const review = await this.reviews.byId(reviewId);
    if (!review) throw notFound('review');
    return reviewJson(review);
  }

  @Post(':id/resolution')
  @Allow('admin')
  @Answers(201, reviewSchema, 'Resolved, with who, when and why')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found', '409 already_resolved')
  async close(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) reviewId: string,
    @Body({ schema: resolution }) { note }: z.infer<typeof resolution>,
  ): Promise<z.infer<typeof reviewSchema>> {
    await this.resolve.execute({ reviewId, note, by: viewer.personId });
    return this.show(reviewId);
  }
}

async function listed(queries: ReviewQueries, filter: ReviewFilter) {
  const rows = await queries.list(filter, filter.limit + 1, filter.after ?? null);
  const reviews = rows.slice(0, filter.limit);
  return { reviews, next: rows.length > filter.limit ? reviews.at(-1)!.id : null };
}

const reviewJson = ({ at, order, ...rest }: Review): z.infer<typeof reviewSchema> => ({
  ...rest,
  at: at.toISOString(),
  order: {
    number: order.number,
    status: order.status,
    total: { amount: order.total, currency: order.currency },
    buyer: { name: order.buyerName, email: order.buyerEmail },
  },
});
