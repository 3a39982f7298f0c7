import { Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  Page,
  PageController,
  type PageContext,
  Refuses,
  seeOther,
  type Viewer,
} from '../../web/index.js';
import { type FailedEventFilter, failedEventFilterSchema, FailedEventQueries } from './failed-events.queries.js';
import { ReplayEvents } from './replay-events.js';
import { FailedEventsView } from './views/failed-events.js';

const arriving = z.object({ replayed: z.coerce.number().int().min(0).optional().catch(undefined) });
const replayedSchema = z.object({ replayed: z.int().describe('Events that are tried again') });
const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  objectId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  triedAt: z.iso.datetime().nullable(),
  tries: z.int(),
  error: z.string().nullable(),
});

@PageController('admin/stripe-events')
@Allow('admin', 'accountant')
export class FailedEventsPages {
  constructor(
    private readonly events: FailedEventQueries,
    private readonly replayEvents: ReplayEvents,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @Query() asked: Record<string, string>): Promise<JSX.Element> {
    const { replayed, ...query } = asked;
    const filter = failedEventFilterSchema.catch(failedEventFilterSchema.parse({})).parse(query);
    const number = arriving.parse({ replayed }).replayed;
    const notice =
      number === undefined ? {} : { notice: `${number === 1 ? '1 event is' : `${number} events are`} tried again.` };
    const count = await this.events.count();
    return FailedEventsView({ page: { ...page, ...notice }, filter, count, ...(await listed(this.events, filter)) });
  }

  @Post('replay')
  @Allow('admin')
  async replayAll(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) response: Response): Promise<string> {
    const replayed = await this.replayEvents.execute(null, viewer.personId);
    return seeOther(response, `/admin/stripe-events?replayed=${replayed}`);
  }

  @Post(':id/replay')
  @Allow('admin')
  async replay(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const replayed = await this.replayEvents.execute(id, viewer.personId);
    return seeOther(response, `/admin/stripe-events?replayed=${replayed}`);
  }
}

@ApiController('admin/stripe-events', 'admin')
@Allow('admin', 'accountant')
export class FailedEventsApi {
  constructor(
    private readonly events: FailedEventQueries,
    private readonly replayEvents: ReplayEvents,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(eventSchema), next: z.string().nullable() }), 'Failed events, oldest first')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  async list(@Query({ schema: failedEventFilterSchema }) filter: FailedEventFilter) {
    const { events, next } = await listed(this.events, filter);
    return { items: events, next };
  }

  @Post('replay')
  @Allow('admin')
  @HttpCode(200)
  @Answers(200, replayedSchema, 'All that failed, at most 500 at once')
  @Refuses('401 unauthenticated', '403 forbidden')
  async replayAll(@CurrentViewer() viewer: Viewer): Promise<z.infer<typeof replayedSchema>> {
    return { replayed: await this.replayEvents.execute(null, viewer.personId) };
  }

  @Post(':id/replay')
  @Allow('admin')
  @HttpCode(200)
  @Answers(200, replayedSchema)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async replay(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<z.infer<typeof replayedSchema>> {
    return { replayed: await this.replayEvents.execute(id, viewer.personId) };
  }
}

async function listed(queries: FailedEventQueries, filter: FailedEventFilter) {
  const rows = await queries.list(filter, filter.limit + 1, filter.after ?? null);
  const events = rows.slice(0, filter.limit);
  return { events, next: rows.length > filter.limit ? events.at(-1)!.id : null };
}
