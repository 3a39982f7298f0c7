import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  Page,
  PageController,
  type PageContext,
  Refuses,
  submit,
  type Viewer,
} from '../../web/index.js';
import { tokenSchema } from '../invitations/invitation.schemas.js';
import { noManagement } from '../seats.errors.js';
import { AcceptManagement } from './accept-management.js';
import { ManagerInvitationQueries } from './manager-invitation.queries.js';
import { ManagerInvitationView } from './views/manager-invitation.js';

const nothing = z.strictObject({}).optional();
const invitationSchema = z.object({
  clinic: z.string(),
  inviter: z.string(),
  state: z.enum(['open', 'yours', 'accepted', 'withdrawn']),
});

/** Where the mail to a future manager leads. */
@PageController('managers')
@Allow('anyone')
export class ManagerInvitationPages {
  constructor(
    private readonly invitations: ManagerInvitationQueries,
    private readonly accepting: AcceptManagement,
  ) {}

  @Get(':token')
  show(
    @Page() page: PageContext,
    @Param('token', { schema: tokenSchema }) token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return this.render(page, token, response);
  }

  @Post(':token')
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
      act: async () => `/clinics/${(await this.accepting.execute(viewer.personId, token)).clinicId}`,
      view: () => this.render(page, token, response),
    });
  }

  private async render(page: PageContext, token: string, response: Response): Promise<JSX.Element> {
    const invitation = await this.invitations.byToken(token);
    if (!invitation) response.status(404);
    else if (stateOf(invitation, page.viewer?.personId) !== 'open') response.status(410);
    return ManagerInvitationView({ page, token, invitation });
  }
}

@ApiController('manager-invitations', 'clinics')
@Allow('anyone')
export class ManagerInvitationsApi {
  constructor(
    private readonly invitations: ManagerInvitationQueries,
    private readonly accepting: AcceptManagement,
  ) {}

  @Get(':token')
  @Answers(200, invitationSchema)
  @Refuses('404 not_found')
  async show(@Page() page: PageContext, @Param('token', { schema: tokenSchema }) token: string) {
    const found = await this.invitations.byToken(token);
    if (!found) throw noManagement();
    return { clinic: found.clinicName, inviter: found.inviter, state: stateOf(found, page.viewer?.personId) };
  }

  @Post(':token/acceptance')
  @Allow('signed-in')
  @HttpCode(204)
  @Answers(204, undefined, 'You manage the clinic; also when you had accepted before')
  @Refuses('401 unauthenticated', '404 not_found', '410 link_gone')
  async accept(@CurrentViewer() viewer: Viewer, @Param('token', { schema: tokenSchema }) token: string): Promise<void> {
    await this.accepting.execute(viewer.personId, token);
  }
}

function stateOf(
  { acceptedBy, isWithdrawn }: { acceptedBy: string | null; isWithdrawn: boolean },
  personId: string | undefined,
): 'open' | 'yours' | 'accepted' | 'withdrawn' {
  if (isWithdrawn) return 'withdrawn';
  if (acceptedBy === null) return 'open';
  return acceptedBy === personId ? 'yours' : 'accepted';
}
