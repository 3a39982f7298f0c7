import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { outlineUnreadable } from '../authoring.errors.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { ChangeOutline } from './change-outline.js';
import { OutlineQueries } from './outline.queries.js';
import { outlineAnswer, outlineBody, type OutlineBody } from './outline.schemas.js';
import { UndoOutline } from './undo-outline.js';

/** The outline of a draft, for programs. */
@ApiController('author/drafts/:id/outline', 'authoring')
@Allow('author', 'admin')
export class OutlineApi {
  constructor(
    private readonly outlines: OutlineQueries,
    private readonly changing: ChangeOutline,
    private readonly undoing: UndoOutline,
  ) {}

  @Get()
  @Answers(200, outlineAnswer)
  @Refuses('404 not_found', '409 outline_unreadable')
  async show(@Param('id', DraftIdPipe) id: string): Promise<z.infer<typeof outlineAnswer>> {
    const { rev, modules } = await this.outlines.of(id);
    if (!modules) throw outlineUnreadable();
    return { rev, modules };
  }

  @Post()
  @HttpCode(200)
  @Answers(200, outlineAnswer)
  @Refuses('400 malformed', '404 not_found', '409 outline_changed', '409 outline_unreadable', '409 draft_closed')
  @Refuses('422 name_taken')
  async change(
    @Param('id', DraftIdPipe) id: string,
    @Body({ schema: outlineBody }) change: OutlineBody,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof outlineAnswer>> {
    await this.changing.execute(id, change, personId);
    return this.show(id);
  }

  @Post('undo')
  @HttpCode(200)
  @Answers(200, outlineAnswer)
  @Refuses('404 not_found', '409 nothing_to_undo', '409 draft_closed')
  async undo(
    @Param('id', DraftIdPipe) id: string,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof outlineAnswer>> {
    await this.undoing.execute(id, personId);
    return this.show(id);
  }
}
