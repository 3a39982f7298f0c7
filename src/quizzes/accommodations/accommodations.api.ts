import { Body, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { accommodationBody } from './accommodation.schema.js';
import { AccommodationQueries } from './accommodation.queries.js';
import { EndAccommodation } from './end-accommodation.js';
import { GrantAccommodation } from './grant-accommodation.js';

const query = z.object({
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const row = z.object({
  id: z.uuid(),
  person: z.object({ name: z.string(), email: z.string() }),
  quiz: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  multiplier: z.number(),
  extraMinutes: z.int(),
  breakMinutes: z.int(),
  reason: z.string(),
  grantedBy: z.string(),
  grantedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
const list = z.object({ items: z.array(row) });
const running = z.int().describe('Running attempts whose deadline changed');
const granted = z.object({ id: z.uuid(), running });

@ApiController('examiners/accommodations', 'examiners')
@Allow('examiner', 'admin')
export class AccommodationsApi {
  constructor(
    private readonly accommodations: AccommodationQueries,
    private readonly granting: GrantAccommodation,
    private readonly ending: EndAccommodation,
  ) {}

  @Get()
  @Answers(200, list)
  @Refuses('401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: query }) { q, limit }: z.infer<typeof query>): Promise<z.infer<typeof list>> {
    const rows = await this.accommodations.list(q ?? null, limit);
    return {
      items: rows.map((each) => ({
        ...each,
        grantedAt: each.grantedAt.toISOString(),
        endedAt: each.endedAt?.toISOString() ?? null,
      })),
    };
  }

  @Post()
  @Answers(201, granted)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '422 invalid_input', '422 no_such_person')
  grant(
    @Body({ schema: accommodationBody }) body: z.infer<typeof accommodationBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof granted>> {
    return this.granting.execute({ ...body, quizId: body.quizId ?? null, by: personId });
  }

  @Delete(':id')
  @Answers(200, z.object({ running }))
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  end(@Param('id') id: string, @CurrentViewer() { personId }: Viewer): Promise<{ running: number }> {
    return this.ending.execute(id, personId);
  }
}
