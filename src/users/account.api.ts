import { Body, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../web/index.js';
import { Entrance } from './access/entrance.js';
import { ChangePassword } from './change-password.js';
import { SendConfirmation } from './send-confirmation.js';
import { EndOtherSessions } from './sessions/end-other-sessions.js';
import { EndSession } from './sessions/end-session.js';
import { SessionQueries } from './sessions/session.queries.js';
import { ClientIp } from './throttle/client-ip.js';
import { passwordChangeSchema } from './users.schemas.js';

const sessionSchema = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().describe('Within five minutes'),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean().describe('The session that asks'),
});

@ApiController('account', 'people')
@Allow('signed-in')
export class AccountApi {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly endSession: EndSession,
    private readonly endOthers: EndOtherSessions,
    private readonly changePassword: ChangePassword,
    private readonly sendConfirmation: SendConfirmation,
    private readonly entrance: Entrance,
  ) {}

  @Get('sessions')
  @Answers(200, z.object({ items: z.array(sessionSchema), next: z.null() }), 'Where I am signed in')
  @Refuses('401 unauthenticated')
  async list(@CurrentViewer() viewer: Viewer) {
    return { items: await this.sessions.open(viewer), next: null };
  }

  @Delete('sessions')
  @Answers(200, z.object({ ended: z.int() }), 'All my sessions but this one ended')
  @Refuses('401 unauthenticated', '403 foreign_origin')
  async endOtherSessions(@CurrentViewer() viewer: Viewer) {
    return { ended: await this.endOthers.execute(viewer) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Answers(204, undefined, 'This session of mine ended')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found')
  async end(@CurrentViewer() viewer: Viewer, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    await this.endSession.execute(viewer, id);
  }

  @Post('password')
  @HttpCode(204)
  @Answers(204, undefined, 'Changed; every other session ended, this one goes on under a new id')
  @Refuses(
    '400 malformed',
    '401 unauthenticated',
    '403 foreign_origin',
    '422 wrong_password',
    '422 weak_password',
    '429 too_many_tries',
    '503 busy',
  )
  async change(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: passwordChangeSchema }) change: z.infer<typeof passwordChangeSchema>,
    @ClientIp() ip: string,
    @Req() request: Request,
  ): Promise<void> {
    await this.changePassword.execute(viewer, { ...change, ip });
    await this.entrance.enter(request, viewer);
  }

  @Post('confirmation')
  @HttpCode(202)
  @Answers(202, undefined, 'The confirming mail is on its way once more')
  @Refuses('401 unauthenticated', '403 foreign_origin')
  async confirm(@CurrentViewer() viewer: Viewer): Promise<void> {
    await this.sendConfirmation.execute(viewer);
  }
}
