import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../web/index.js';
import { Entrance } from './access/entrance.js';
import { ChangePassword } from './change-password.js';
import { noticed, noticeSchema, withNotice } from './notices.js';
import { SendConfirmation } from './send-confirmation.js';
import { EndOtherSessions } from './sessions/end-other-sessions.js';
import { EndSession } from './sessions/end-session.js';
import { SessionQueries } from './sessions/session.queries.js';
import { ClientIp } from './throttle/client-ip.js';
import { passwordChangeSchema } from './users.schemas.js';
import { AccountView } from './views/account.js';

const arriving = z.object({ done: noticeSchema });

@PageController('account')
@Allow('signed-in')
export class AccountPages {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly endSession: EndSession,
    private readonly endOthers: EndOtherSessions,
    private readonly changePassword: ChangePassword,
    private readonly sendConfirmation: SendConfirmation,
    private readonly entrance: Entrance,
  ) {}

  @Get()
  show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.render(noticed(page, done), viewer, emptyForm());
  }

  @Post('password')
  change(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @ClientIp() ip: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: passwordChangeSchema,
      body,
      act: async (change) => {
        await this.changePassword.execute(viewer, { ...change, ip });
        await this.entrance.enter(request, viewer);
        return withNotice('/account', 'password-changed');
      },
      view: (form) => this.render(page, viewer, form),
    });
  }

  @Post('confirmation')
  async confirm(@CurrentViewer() viewer: Viewer, @Res({ passthrough: true }) response: Response): Promise<JSX.Element> {
    await this.sendConfirmation.execute(viewer);
    return seeOther(response, withNotice('/account', 'confirmation-sent'));
  }

  @Post('sessions/end-others')
  async endOtherSessions(
    @CurrentViewer() viewer: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    await this.endOthers.execute(viewer);
    return seeOther(response, withNotice('/account', 'sessions-ended'));
  }

  @Post('sessions/:id/end')
  async end(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    await this.endSession.execute(viewer, id);
    return seeOther(response, withNotice('/account', 'session-ended'));
  }

  private async render(page: PageContext, viewer: Viewer, form: FormState): Promise<JSX.Element> {
    return AccountView({ page, viewer, form, sessions: await this.sessions.open(viewer) });
  }
}
