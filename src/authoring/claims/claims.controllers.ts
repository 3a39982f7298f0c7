import { Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { ClaimQueries, sourceAnswer } from '../../courses/index.js';
import { Clock, slug } from '../../shared/index.js';
import { Allow, Answers, ApiController, Page, PageController, type PageContext, Refuses } from '../../web/index.js';
import { ClaimsView } from '../views/claims.js';
import { dayAfter, type DueClaim, dueBy } from './due.js';

const asked = z.object({
  days: z.coerce.number().int().min(0).max(3650).default(60).describe('Those that fall due within so many days'),
  course: slug.optional().or(z.literal('').transform(() => undefined)),
});
type Asked = z.infer<typeof asked>;

const claim = z.object({
  ...{ course: z.string(), title: z.string(), lesson: z.string(), line: z.int(), kind: z.string(), text: z.string() },
  sources: z.array(sourceAnswer),
  reviewed: z.iso.date().describe('Of the claim itself, or of its lesson'),
  due: z.iso.date(),
  owner: z.string(),
});

async function due(claims: ClaimQueries, now: Date, { days, course }: Asked): Promise<DueClaim[]> {
  const standing = await claims.standing();
  const own = course ? standing.filter((each) => each.course === course) : standing;
  return dueBy(own, dayAfter(now, days));
}

/** Claims of current editions whose review falls due. */
@PageController('author/claims')
@Allow('author', 'admin')
export class ClaimPages {
  constructor(
    private readonly claims: ClaimQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @Query({ schema: asked }) query: Asked): Promise<JSX.Element> {
    const now = await this.clock.now();
    return ClaimsView({ page, claims: await due(this.claims, now, query), today: dayAfter(now, 0), asked: query });
  }
}

/** The same for programs. */
@ApiController('author/claims', 'authoring')
@Allow('author', 'admin')
export class ClaimsApi {
  constructor(
    private readonly claims: ClaimQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(200, z.array(claim), 'The longest overdue first')
  @Refuses('400 malformed')
  async list(@Query({ schema: asked }) query: Asked): Promise<DueClaim[]> {
    return due(this.claims, await this.clock.now(), query);
  }
}
