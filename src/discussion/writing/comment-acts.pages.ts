import { Body, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow, CurrentViewer, Page, PageController, type PageContext, submit, type Viewer } from '../../web/index.js';
import { changed, reported } from '../discussion.schemas.js';
import { DiscussionPage } from '../reading/discussion-page.js';
import { DeleteComment } from './delete-comment.js';
import { EditComment } from './edit-comment.js';
import { ReportComment } from './report-comment.js';

/** What may be done about a comment that stands. */
@PageController('comments')
@Allow('signed-in')
export class CommentActPages {
  constructor(
    private readonly pages: DiscussionPage,
    private readonly editing: EditComment,
    private readonly deleting: DeleteComment,
    private readonly reporting: ReportComment,
  ) {}

  @Post(':id/text')
  change(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: changed, body },
      act: async ({ text, rev }) => {
        await this.editing.execute({ viewer, id, rev, text });
        return `/comments/${id}`;
      },
      view: (form) => this.pages.comment(page, id, { edit: form }),
    });
  }

  @Post(':id/deletion')
  delete(
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: z.strictObject({}), body },
      act: async () => `/comments?place=${await this.deleting.execute(viewer.personId, id)}`,
      view: () => '',
    });
  }

  @Post(':id/reports')
  report(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: reported, body },
      act: async ({ reason, note }) => {
        const place = await this.reporting.execute({ viewer, id, reason, note });
        return `/comments?place=${place}&said=reported`;
      },
      view: (form) => this.pages.comment(page, id, { report: form }),
    });
  }
}
