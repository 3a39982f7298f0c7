import { Body, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { noSuchDraft } from '../authoring.errors.js';
import { CheckDraft } from '../files/check-draft.js';
import { BeginDraft, newDraft } from './begin-draft.js';
import { DiscardDraft } from './discard-draft.js';
import { DraftIdPipe } from './draft-id.pipe.js';
import { DraftQueries } from './draft.queries.js';
import { draftAnswer, wholeDraft } from './drafts.schemas.js';

/** Drafts, for programs. */
@ApiController('author/drafts', 'authoring')
@Allow('author', 'admin')
export class DraftsApi {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly beginning: BeginDraft,
    private readonly discarding: DiscardDraft,
    private readonly checking: CheckDraft,
  ) {}

  @Get()
  @Answers(200, z.array(draftAnswer), 'Those that are neither published nor discarded')
  list(): Promise<object[]> {
    return this.drafts.open();
  }

  @Post()
  @Answers(201, z.object({ id: z.uuid() }))
  @Refuses('400 malformed', '422 course_unknown', '422 course_taken')
  async begin(
    @Body({ schema: newDraft }) draft: z.infer<typeof newDraft>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<{ id: string }> {
    return { id: await this.beginning.execute(draft, personId) };
  }

  @Get(':id')
  @Answers(200, wholeDraft)
  @Refuses('404 not_found')
  async show(@Param('id', DraftIdPipe) id: string): Promise<object> {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    const [files, { problems }] = await Promise.all([this.drafts.files(id), this.checking.execute(draft)]);
    return { ...draft, files, problems };
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers(204)
  @Refuses('404 not_found', '409 draft_state')
  discard(@Param('id', DraftIdPipe) id: string, @CurrentViewer() { personId }: Viewer): Promise<void> {
    return this.discarding.execute(id, personId);
  }
}
