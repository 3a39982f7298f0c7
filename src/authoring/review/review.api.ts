import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { EditionQueries, SlugPipe, WithdrawEdition } from '../../courses/index.js';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { noSuchEdition } from '../authoring.errors.js';
import { DraftIdPipe } from '../drafts/draft-id.pipe.js';
import { MakeMove } from './make-move.js';
import { ReviewQueries } from './review.queries.js';
import {
  changedAnswer,
  comparedQuery,
  editionAnswer,
  moveBody,
  type MoveBody,
  takenInAnswer,
  withdrawalBody,
} from './review.schemas.js';
import { TakeIn } from './take-in.js';

/** Review and publishing, for programs. */
@ApiController('author', 'authoring')
@Allow('author', 'admin')
export class ReviewApi {
  constructor(
    private readonly reviews: ReviewQueries,
    private readonly editions: EditionQueries,
    private readonly moving: MakeMove,
    private readonly taking: TakeIn,
    private readonly withdrawing: WithdrawEdition,
  ) {}

  @Post('drafts/:id/moves')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found', '409 draft_state', '409 own_review', '409 draft_has_problems')
  @Refuses('409 nothing_changed', '409 course_moved_on', '422 time_past')
  move(
    @Param('id', DraftIdPipe) id: string,
    @Body({ schema: moveBody }) asked: MoveBody,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.moving.execute(id, asked, personId);
  }

  @Post('drafts/:id/take-in')
  @HttpCode(200)
  @Answers(200, takenInAnswer)
  @Refuses('404 not_found', '409 draft_closed')
  takeIn(
    @Param('id', DraftIdPipe) id: string,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof takenInAnswer>> {
    return this.taking.execute(id, personId);
  }

  @Get('drafts/:id/changes')
  @Answers(200, changedAnswer, 'Against the edition that it builds on')
  @Refuses('404 not_found')
  changes(@Param('id', DraftIdPipe) id: string): Promise<z.infer<typeof changedAnswer>> {
    return this.reviews.changed(id);
  }

  @Get('courses/:course/editions')
  @Answers(200, z.array(editionAnswer))
  @Refuses('404 not_found')
  async list(@Param('course', SlugPipe) course: string): Promise<object[]> {
    const editions = await this.editions.list(course);
    if (editions.length === 0) throw noSuchEdition();
    return editions;
  }

  @Get('courses/:course/changes')
  @Answers(200, changedAnswer, 'Between two editions')
  @Refuses('400 malformed', '404 not_found')
  between(
    @Param('course', SlugPipe) course: string,
    @Query({ schema: comparedQuery.required() }) { from, to }: { from: number; to: number },
  ): Promise<z.infer<typeof changedAnswer>> {
    return this.reviews.between(course, from, to);
  }

  @Post('courses/:course/withdrawals')
  @Allow('admin')
  @HttpCode(204)
  @Answers(204)
  @Refuses('400 malformed', '404 not_found', '409 edition_withdrawn', '409 last_edition')
  withdraw(
    @Param('course', SlugPipe) course: string,
    @Body({ schema: withdrawalBody }) withdrawal: z.infer<typeof withdrawalBody>,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<void> {
    return this.withdrawing.execute({ course, personId, ...withdrawal });
  }
}
