import { Body, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { ClientIp } from '../../users/index.js';
import { Allow, Answers, ApiController, CurrentViewer, OptionalViewer, Refuses, type Viewer } from '../../web/index.js';
import {
  answered,
  asked,
  changed,
  commentAnswer,
  reported,
  threadAnswer,
  written,
  writtenAnswer,
} from '../discussion.schemas.js';
import { Places } from '../places/places.js';
import { DeleteComment } from '../writing/delete-comment.js';
import { EditComment } from '../writing/edit-comment.js';
import { ReportComment } from '../writing/report-comment.js';
import { WriteComment } from '../writing/write-comment.js';
import { type Comment, CommentQueries } from './comment.queries.js';

@ApiController('comments', 'discussion')
export class CommentsApi {
  constructor(
    private readonly places: Places,
    private readonly comments: CommentQueries,
    private readonly writing: WriteComment,
    private readonly editing: EditComment,
    private readonly deleting: DeleteComment,
    private readonly reporting: ReportComment,
  ) {}

  @Get()
  @Allow('anyone')
  @Answers(200, z.object({ items: z.array(threadAnswer), next: z.string().nullable() }), 'Newest first')
  @Refuses('400 malformed', '404 not_found')
  async list(
    @OptionalViewer() viewer: Viewer | null,
    @Query({ schema: asked }) { place, limit, after }: z.infer<typeof asked>,
  ) {
    await this.places.find(place, viewer);
    const viewerId = viewer?.personId ?? null;
    const threads = await this.comments.threads(place, viewerId, limit, after);
    const items = threads.map((thread) => ({
      ...json(thread, viewerId),
      answers: thread.replies.map((reply) => json(reply, viewerId)),
    }));
    return { items, next: threads.length === limit ? threads.at(-1)!.id : null };
  }

  @Post()
  @Allow('signed-in')
  @Answers(201, writtenAnswer)
  @Refuses('400 malformed', '404 not_found', '403 banned', '409 unconfirmed', '429 too_many_comments')
  async write(
    @CurrentViewer() viewer: Viewer,
    @ClientIp() ip: string,
    @Body({ schema: written }) { place, text }: z.infer<typeof written>,
  ) {
    const { id, standing } = await this.writing.begin(place, { viewer, ip, text });
    return { id, standing };
  }

  @Post(':id/answers')
  @Allow('signed-in')
  @Answers(201, writtenAnswer)
  @Refuses('400 malformed', '404 not_found', '403 banned', '409 unconfirmed', '409 not_shown', '429 too_many_comments')
  async answer(
    @CurrentViewer() viewer: Viewer,
    @ClientIp() ip: string,
    @Param('id', ParseUUIDPipe) answers: string,
    @Body({ schema: answered }) { text }: z.infer<typeof answered>,
  ) {
    const { id, standing } = await this.writing.answer(answers, { viewer, ip, text });
    return { id, standing };
  }

  @Put(':id')
  @Allow('signed-in')
  @HttpCode(204)
  @Answers(204, undefined, 'Changed')
  @Refuses('400 malformed', '404 not_found', '403 banned', '409 stale', '409 too_late', '409 not_possible')
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: changed }) { text, rev }: z.infer<typeof changed>,
  ): Promise<void> {
    return this.editing.execute({ viewer, id, rev, text });
  }

  @Delete(':id')
  @Allow('signed-in')
  @HttpCode(204)
  @Answers(204, undefined, 'Taken back; also when it was already')
  @Refuses('404 not_found')
  async delete(@CurrentViewer() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.deleting.execute(viewer.personId, id);
  }

  @Post(':id/reports')
  @Allow('signed-in')
  @HttpCode(204)
  @Answers(204, undefined, 'Told to the moderators; once for each person')
  @Refuses('400 malformed', '404 not_found', '409 unconfirmed', '409 own_comment')
  async report(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: reported }) { reason, note }: z.infer<typeof reported>,
  ): Promise<void> {
    await this.reporting.execute({ viewer, id, reason, note });
  }
}

function json(comment: Comment, viewerId: string | null): z.infer<typeof commentAnswer> {
  const { id, writer, isTeam, text, standing, rev, writerId, writtenAt, editedAt } = comment;
  return {
    ...{ id, writer, team: isTeam, text, standing, rev, mine: writerId === viewerId },
    writtenAt: writtenAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  };
}
