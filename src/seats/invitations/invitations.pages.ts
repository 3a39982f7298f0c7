import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { DomainError } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  OptionalViewer,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { AcceptSeat } from './accept-seat.js';
import { tokenSchema } from './invitation.schemas.js';
import { OpenInvitation } from './open-invitation.js';
import { InvitationClosedView } from './views/invitation-closed.js';
import { InvitationView } from './views/invitation.js';

const nothing = z.strictObject({}).optional();

/** Where the links of the mails lead. They show what it is to anyone who has the link. */
@PageController()
@Allow('anyone')
export class InvitationPages {
  constructor(
    private readonly opening: OpenInvitation,
    private readonly accepting: AcceptSeat,
  ) {}

  @Get(['gifts/:token', 'seats/:token'])
  show(
    @Page() page: PageContext,
    @OptionalViewer() viewer: Viewer | null,
    @Param('token', { schema: tokenSchema }) token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.render(page, viewer, token, response, emptyForm());
  }

  @Post(['gifts/:token', 'seats/:token'])
  @Allow('signed-in')
  accept(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('token', { schema: tokenSchema }) token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body },
      act: async () => {
        const { kind } = await this.accepting.execute(viewer.personId, token);
        return `/${kind === 'gift' ? 'gifts' : 'seats'}/${token}`;
      },
      view: (form) => this.render(page, viewer, token, response, form),
    });
  }

  private async render(
    page: PageContext,
    viewer: Viewer | null,
    token: string,
    response: Response,
    form: FormState,
  ): Promise<JSX.Element> {
    try {
      const opened = await this.opening.execute(token, viewer?.personId ?? null);
      if (opened.state === 'open' || opened.state === 'yours')
        return InvitationView({ page, viewer, token, opened, form });
      response.status(410);
      return InvitationClosedView({ page, opened, state: opened.state });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'not_found') throw error;
      response.status(404);
      return InvitationClosedView({ page, opened: null, state: 'unknown' });
    }
  }
}
