import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { CourseQueries } from '../../courses/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { draftAddress } from '../author-address.js';
import { CheckDraft } from '../files/check-draft.js';
import { DeskView } from '../views/desk.js';
import { DraftView } from '../views/draft.js';
import { BeginDraft, newDraft } from './begin-draft.js';
import { DiscardDraft } from './discard-draft.js';
import { DraftIdPipe } from './draft-id.pipe.js';
import { DraftQueries } from './draft.queries.js';
import { noSuchDraft } from '../authoring.errors.js';

const nothing = z.looseObject({});

/** The desk of authors: courses, and the drafts of their next editions. */
@PageController('author')
@Allow('author', 'admin')
export class DraftPages {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly courses: CourseQueries,
    private readonly beginning: BeginDraft,
    private readonly discarding: DiscardDraft,
    private readonly checking: CheckDraft,
  ) {}

  @Get()
  desk(@Page() page: PageContext): Promise<JSX.Element> {
    return this.view(page, emptyForm());
  }

  @Post('drafts')
  begin(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: newDraft, body },
      act: async (draft) => draftAddress(await this.beginning.execute(draft, personId)),
      view: (form) => this.view(page, form),
    });
  }

  @Get('drafts/:id')
  draft(@Page() page: PageContext, @Param('id', DraftIdPipe) id: string): Promise<JSX.Element> {
    return this.draftView(page, id, emptyForm());
  }

  @Post('drafts/:id/discard')
  discard(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body },
      act: async () => {
        await this.discarding.execute(id, personId);
        return '/author';
      },
      view: (form) => this.draftView(page, id, form),
    });
  }

  private async view(page: PageContext, form: FormState): Promise<JSX.Element> {
    const [courses, drafts] = await Promise.all([this.courses.published(), this.drafts.open()]);
    return DeskView({ page, courses, drafts, form });
  }

  private async draftView(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    const [files, { problems }] = await Promise.all([this.drafts.files(id), this.checking.execute(draft)]);
    return DraftView({ page, draft, files, problems, form });
  }
}
