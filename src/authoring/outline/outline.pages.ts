import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
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
import { noSuchDraft } from '../authoring.errors.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { DraftQueries } from '../drafts/draft.queries.js';
import { OutlineView } from '../views/outline.js';
import { ChangeOutline } from './change-outline.js';
import { OutlineQueries } from './outline.queries.js';
import { outlineBody } from './outline.schemas.js';
import { UndoOutline } from './undo-outline.js';

const asked = z.object({ done: z.enum(['changed', 'same', 'undone']).optional() });
const nothing = z.looseObject({});

/** The outline of a draft: every button is a form, keys and dragging press the same ones. */
@PageController('author/drafts/:id/outline')
@Allow('author', 'admin')
export class OutlinePages {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly outlines: OutlineQueries,
    private readonly changing: ChangeOutline,
    private readonly undoing: UndoOutline,
  ) {}

  @Get()
  show(
    @Page() page: PageContext,
    @Param('id', DraftIdPipe) id: string,
    @Query({ schema: asked }) { done }: z.infer<typeof asked>,
  ): Promise<JSX.Element> {
    return this.view(page, id, emptyForm(), done);
  }

  @Post()
  change(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: outlineBody, body },
      act: async (change) => {
        const isDone = await this.changing.execute(id, change, personId);
        return `${draftAddress(id)}/outline?done=${isDone ? 'changed' : 'same'}`;
      },
      view: (form) => this.view(page, id, form),
    });
  }

  @Post('undo')
  undo(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body },
      act: async () => {
        await this.undoing.execute(id, personId);
        return `${draftAddress(id)}/outline?done=undone`;
      },
      view: (form) => this.view(page, id, form),
    });
  }

  private async view(page: PageContext, id: string, form: FormState, done?: string): Promise<JSX.Element> {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    return OutlineView({ page, draft, outline: await this.outlines.of(id), form, done });
  }
}
