import { Body, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { askedQueue, ban, moderated, queuedAnswer } from '../discussion.schemas.js';
import { CommentQueries } from '../reading/comment.queries.js';
import { DecideView } from '../views/moderate.js';
import { QueueView } from '../views/queue.js';
import { WriterView } from '../views/writer.js';
import { BanWriter } from './ban-writer.js';
import { ModerateComment } from './moderate-comment.js';
import { ModerationQueries } from './moderation.queries.js';

type Asked = z.infer<typeof askedQueue>;

/** The desk of whoever looks after the discussion. */
@PageController('moderation')
@Allow('author', 'admin')
export class ModerationPages {
  constructor(
    private readonly queries: ModerationQueries,
    private readonly comments: CommentQueries,
    private readonly moderating: ModerateComment,
    private readonly banning: BanWriter,
  ) {}

  @Get()
  async queue(@Page() page: PageContext, @Query({ schema: askedQueue }) query: Asked): Promise<JSX.Element> {
    const [items, counts] = await Promise.all([
      this.queries.list(query.show, query.limit, query.after),
      this.queries.counts(),
    ]);
    const next = items.length === query.limit ? items.at(-1)!.id : undefined;
    return QueueView({ page, items, counts, show: query.show, next });
  }

  @Post('comments/:id')
  async decide(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: moderated, body },
      act: async (decision) => {
        await this.moderating.execute({ ...decision, id, by: viewer.personId });
        return '/moderation';
      },
      view: async (form) => DecideView({ page, form, comment: await this.comments.byId(id) }),
    });
  }

  @Get('people/:id')
  person(@Page() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<JSX.Element> {
    return this.writer(page, id, emptyForm());
  }

  @Post('people/:id')
  ban(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) personId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: ban, body },
      act: async (decision) => {
        await this.banning.execute({ ...decision, personId, by: viewer.personId });
        return `/moderation/people/${personId}`;
      },
      view: (form) => this.writer(page, personId, form),
    });
  }

  private async writer(page: PageContext, personId: string, form: ReturnType<typeof emptyForm>): Promise<JSX.Element> {
    const writer = await this.queries.writer(personId);
    return WriterView({ page, writer, form });
  }
}

/** The same for programs. */
@ApiController('moderation', 'discussion')
@Allow('author', 'admin')
export class ModerationApi {
  constructor(
    private readonly queries: ModerationQueries,
    private readonly moderating: ModerateComment,
    private readonly banning: BanWriter,
  ) {}

  @Get('comments')
  @Answers(200, z.object({ items: z.array(queuedAnswer), next: z.string().nullable() }))
  @Refuses('400 malformed')
  async queue(@Query({ schema: askedQueue }) { show, limit, after }: Asked) {
    const items = await this.queries.list(show, limit, after);
    return { items, next: items.length === limit ? items.at(-1)!.id : null };
  }

  @Post('comments/:id/acts')
  @HttpCode(204)
  @Answers(204, undefined, 'Done; the writer is told')
  @Refuses('400 malformed', '404 not_found', '409 stale', '409 not_possible')
  decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: moderated }) decision: z.infer<typeof moderated>,
  ): Promise<void> {
    return this.moderating.execute({ ...decision, id, by: viewer.personId });
  }

  @Post('people/:id/bans')
  @HttpCode(204)
  @Answers(204, undefined, 'Kept from writing, or let write again')
  @Refuses('400 malformed', '404 not_found', '409 own_ban')
  ban(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) personId: string,
    @Body({ schema: ban }) decision: z.infer<typeof ban>,
  ): Promise<void> {
    return this.banning.execute({ ...decision, personId, by: viewer.personId });
  }
}
