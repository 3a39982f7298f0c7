import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { DecideHours } from './decide-hours.js';
import { HoursQueries } from './hours.queries.js';
import { type HoursReport, hoursDecisionSchema, hoursReportSchema } from './hours.schemas.js';
import { ReportHours } from './report-hours.js';

const entry = z.object({
  id: z.uuid(),
  title: z.string(),
  provider: z.string(),
  category: z.string(),
  minutes: z.int(),
  heldOn: z.iso.date(),
  status: z.enum(['reported', 'accepted', 'refused']),
  reason: z.string().nullable(),
});
const reported = entry.extend({ person: z.string(), reportedAt: z.iso.datetime(), hasPaper: z.boolean() });

@ApiController('certification-hours', 'certifications')
@Allow('signed-in')
export class HoursApi {
  constructor(
    private readonly hours: HoursQueries,
    private readonly reporting: ReportHours,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(entry) }), 'One’s own, newest first')
  @Refuses('401 unauthenticated')
  async list(@CurrentViewer() { personId }: Viewer): Promise<{ items: z.infer<typeof entry>[] }> {
    return { items: await this.hours.ofPerson(personId) };
  }

  @Post()
  @Answers(201, z.object({ id: z.uuid() }), 'Counts once it is accepted')
  @Refuses('401 unauthenticated', '422 invalid_input', '422 held_later')
  report(
    @CurrentViewer() { personId }: Viewer,
    @Body({ schema: hoursReportSchema }) body: HoursReport,
  ): Promise<{ id: string }> {
    return this.reporting.execute(personId, body);
  }
}

@ApiController('examiners/hours', 'certifications')
@Allow('examiner', 'admin')
export class HoursDeskApi {
  constructor(
    private readonly hours: HoursQueries,
    private readonly deciding: DecideHours,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(reported) }), 'What waits for a decision, the oldest first')
  @Refuses('401 unauthenticated', '403 forbidden')
  async queue(@CurrentViewer() { personId }: Viewer): Promise<{ items: z.infer<typeof reported>[] }> {
    const items = await this.hours.reported(personId);
    return { items: items.map((one) => ({ ...one, reportedAt: one.reportedAt.toISOString() })) };
  }

  @Post(':id/decision')
  @HttpCode(204)
  @Answers(204)
  @Refuses('401 unauthenticated', '403 own_hours', '404 not_found', '409 already_decided', '422 invalid_input')
  decide(
    @CurrentViewer() { personId }: Viewer,
    @Param('id') id: string,
    @Body({ schema: hoursDecisionSchema }) decision: z.infer<typeof hoursDecisionSchema>,
  ): Promise<void> {
    return this.deciding.execute({ id, ...decision, by: personId });
  }
}
