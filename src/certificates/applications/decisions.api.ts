import { Body, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ApplicationQueries } from './application.queries.js';
import { DecideApplication } from './decide-application.js';
import { decisionSchema } from './decision.schema.js';
import { DecisionQueries } from './decisions.queries.js';

const waiting = z.object({
  id: z.uuid(),
  candidate: z.string(),
  title: z.string(),
  kind: z.enum(['initial', 'renewal']),
  readyAt: z.iso.datetime(),
  grants: z.int(),
  eyes: z.int(),
});
const file = z.object({
  id: z.uuid(),
  status: z.string(),
  certification: z.string(),
  candidate: z.object({ id: z.uuid(), name: z.string() }),
  requirements: z.array(z.object({ kind: z.string(), title: z.string(), met: z.boolean(), says: z.string() })),
  decisions: z.array(
    z.object({
      verdict: z.enum(['grant', 'refuse']),
      reason: z.string(),
      byName: z.string(),
      at: z.iso.datetime(),
      counts: z.boolean(),
    }),
  ),
  barred: z.string().nullable().describe('Why you may not decide'),
});

@ApiController('examiners/applications', 'certifications')
@Allow('examiner', 'admin')
export class DecisionsApi {
  constructor(
    private readonly applications: ApplicationQueries,
    private readonly files: DecisionQueries,
    private readonly deciding: DecideApplication,
  ) {}

  @Get()
  @Answers(
    200,
    z.object({ items: z.array(waiting) }),
    'Complete applications you have not decided on, the oldest first',
  )
  @Refuses('401 unauthenticated', '403 forbidden')
  async list(@CurrentViewer() { personId }: Viewer): Promise<{ items: z.infer<typeof waiting>[] }> {
    const items = await this.applications.ready(personId, 100);
    return { items: items.map(({ personId: _, readyAt, ...one }) => ({ ...one, readyAt: readyAt.toISOString() })) };
  }

  @Get(':id')
  @Answers(200, file)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@CurrentViewer() { personId }: Viewer, @Param('id') id: string): Promise<z.infer<typeof file>> {
    const { application, certification, candidate, requirements, decisions, barred } = await this.files.file(
      id,
      personId,
    );
    return {
      ...{ id, candidate, barred, status: application.status, certification: certification.title },
      requirements: requirements.map(({ kind, title, met, says }) => ({ kind, title, met, says })),
      decisions: decisions.map(({ verdict, reason, byName, at, counts }) => ({
        ...{ verdict, reason, byName, counts, at: at.toISOString() },
      })),
    };
  }

  @Post(':id/decision')
  @Answers(201, z.object({ status: z.string() }))
  @Refuses('401 unauthenticated', '403 not_impartial', '403 own_application', '404 not_found', '409 not_ready')
  @Refuses('409 already_decided', '409 application_closed', '422 invalid_input')
  decide(
    @CurrentViewer() { personId }: Viewer,
    @Param('id') id: string,
    @Body({ schema: decisionSchema }) decision: z.infer<typeof decisionSchema>,
  ): Promise<{ status: string }> {
    return this.deciding.execute({ applicationId: id, ...decision, by: personId });
  }
}
