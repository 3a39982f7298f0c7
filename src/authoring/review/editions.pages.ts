import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { EditionQueries, SlugPipe, WithdrawEdition } from '../../courses/index.js';
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
import { noSuchEdition } from '../authoring.errors.js';
import { EditionsView } from '../views/editions.js';
import { ReviewQueries } from './review.queries.js';
import { comparedQuery, withdrawalBody } from './review.schemas.js';

/** The editions of a course: what differs between them, and taking one back. */
@PageController('author/courses/:course/editions')
@Allow('author', 'admin')
export class EditionPages {
  constructor(
    private readonly editions: EditionQueries,
    private readonly reviews: ReviewQueries,
    private readonly withdrawing: WithdrawEdition,
  ) {}

  @Get()
  show(
    @Page() page: PageContext,
    @Param('course', SlugPipe) course: string,
    @Query({ schema: comparedQuery }) compared: z.infer<typeof comparedQuery>,
  ): Promise<JSX.Element> {
    return this.view(page, course, emptyForm(), compared);
  }

  @Post('withdrawals')
  @Allow('admin')
  withdraw(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('course', SlugPipe) course: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: withdrawalBody, body },
      act: async (withdrawal) => {
        await this.withdrawing.execute({ course, personId, ...withdrawal });
        return `/author/courses/${course}/editions`;
      },
      view: (form) => this.view(page, course, form, {}),
    });
  }

  private async view(
    page: PageContext,
    course: string,
    form: FormState,
    { from, to }: z.infer<typeof comparedQuery>,
  ): Promise<JSX.Element> {
    const editions = await this.editions.list(course);
    if (editions.length === 0) throw noSuchEdition();
    const changed = from && to ? await this.reviews.between(course, from, to) : undefined;
    return EditionsView({ page, course, editions, form, compared: changed && { from: from!, to: to!, changed } });
  }
}
