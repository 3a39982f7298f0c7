import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { ClientIp } from '../../users/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { answered, askedPage, written } from '../discussion.schemas.js';
import { type Written, WriteComment } from '../writing/write-comment.js';
import { DiscussionPage } from './discussion-page.js';

type Asked = z.infer<typeof askedPage>;

/** Where people go on after they wrote: to their words where everybody sees them, or to the page that says they wait. */
function placeOf({ id, place, standing }: Written): string {
  if (standing !== 'shown') return `/comments/${id}`;
  return `${place.startsWith('/learn/') ? `/comments?place=${place}` : place}#comment-${id}`;
}

@PageController('comments')
export class CommentPages {
  constructor(
    private readonly pages: DiscussionPage,
    private readonly writing: WriteComment,
  ) {}

  @Get()
  @Allow('anyone')
  list(@Page() page: PageContext, @Query({ schema: askedPage }) query: Asked): Promise<JSX.Element> {
    const notice = query.said && 'Thank you. A moderator will look at it.';
    return this.pages.place({ ...page, ...(notice && { notice }) }, query, emptyForm());
  }

  @Post()
  @Allow('signed-in')
  write(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @ClientIp() ip: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: written, body },
      act: async ({ place, text }) => placeOf(await this.writing.begin(place, { viewer, ip, text })),
      view: (form) => this.pages.place(page, { place: String(form.values.place) }, form),
    });
  }

  /** One comment with all that may be done about it. */
  @Get(':id')
  @Allow('anyone')
  show(@Page() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<JSX.Element> {
    return this.pages.comment(page, id, {});
  }

  @Post(':id/answers')
  @Allow('signed-in')
  answer(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @ClientIp() ip: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: answered, body },
      act: async ({ text }) => placeOf(await this.writing.answer(id, { viewer, ip, text })),
      view: (form) => this.pages.comment(page, id, { answer: form }),
    });
  }
}
