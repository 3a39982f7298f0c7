import { Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow, Answers, ApiController, CurrentViewer, OptionalViewer, Refuses, type Viewer } from '../../web/index.js';
import { AcceptSeat } from './accept-seat.js';
import { invitationJson, invitationSchema, tokenSchema } from './invitation.schemas.js';
import { OpenInvitation } from './open-invitation.js';
import { clinicSees } from './what-a-clinic-sees.js';

@ApiController('invitations', 'gifts')
@Allow('anyone')
export class InvitationsApi {
  constructor(
    private readonly opening: OpenInvitation,
    private readonly accepting: AcceptSeat,
  ) {}

  @Get(':token')
  @Answers(200, invitationSchema, 'What the link of a mail leads to')
  @Refuses('404 not_found')
  async show(@Param('token', { schema: tokenSchema }) token: string, @OptionalViewer() viewer: Viewer | null) {
    return invitationJson(await this.opening.execute(token, viewer?.personId ?? null), clinicSees);
  }

  @Post(':token/acceptance')
  @Allow('signed-in')
  @HttpCode(204)
  @Answers(204, undefined, 'The courses are open; also when this account had accepted before')
  @Refuses(
    '401 unauthenticated',
    '404 not_found',
    '409 already_owned',
    '409 second_seat',
    '409 seat_paused',
    '409 own_gift',
  )
  @Refuses('410 seat_taken', '410 link_replaced', '410 seat_recalled', '410 seat_withdrawn')
  async accept(@Param('token', { schema: tokenSchema }) token: string, @CurrentViewer() viewer: Viewer): Promise<void> {
    await this.accepting.execute(viewer.personId, token);
  }
}
