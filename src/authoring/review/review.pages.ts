import { Body, Get, Param, Post, Res } from '@nestjs/common';
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
import { CheckDraft } from '../files/check-draft.js';
import { ReviewView } from '../views/review.js';
import { MakeMove } from './make-move.js';
import { ReviewQueries } from './review.queries.js';
import { moveBody } from './review.schemas.js';
import { TakeIn } from './take-in.js';

const nothing = z.looseObject({});

/** A draft is read by somebody else, and published. */
@PageController('author/drafts/:id')
@Allow('author', 'admin')
export class ReviewPages {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly reviews: ReviewQueries,
    private readonly checking: CheckDraft,
    private readonly moving: MakeMove,
    private readonly taking: TakeIn,
  ) {}

  @Get('review')
  show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) id: string,
  ): Promise<JSX.Element> {
    return this.view(page, id, personId, emptyForm());
  }

  @Post('moves')
  move(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: moveBody, body },
      act: async (asked) => {
        await this.moving.execute(id, asked, personId);
        return `${draftAddress(id)}/review`;
      },
      view: (form) => this.view(page, id, personId, form),
    });
  }

  @Post('take-in')
  takeIn(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', DraftIdPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body },
      act: async () => {
        const { left } = await this.taking.execute(id, personId);
        const told = left.map((path) => `left=${encodeURIComponent(path)}`).join('&');
        return `${draftAddress(id)}/review${told && `?${told}`}`;
      },
      view: (form) => this.view(page, id, personId, form),
    });
  }

  private async view(page: PageContext, id: string, personId: string, form: FormState): Promise<JSX.Element> {
    const draft = await this.drafts.find(id);
    if (!draft) throw noSuchDraft();
    const [moves, changed, wrote, { problems }] = await Promise.all([
      this.reviews.moves(id),
      this.reviews.changed(id),
      this.reviews.wrote(id, personId),
      this.checking.execute(draft),
    ]);
    const left = new URL(page.path, page.baseUrl).searchParams.getAll('left');
    return ReviewView({ page, draft, moves, changed, wrote, problems, form, left });
  }
}
