import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ResendInvitation } from '../invitations/resend-invitation.js';
import { noAssignment } from '../seats.errors.js';
import { addresseeSchema, giftJson, giftSchema } from './gift.schemas.js';
import { GiftQueries } from './gift.queries.js';

const id = z.uuid();
const listed = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: id.optional().describe('The id of the last gift already known'),
});

@ApiController('gifts')
@Allow('signed-in')
export class GiftsApi {
  constructor(
    private readonly gifts: GiftQueries,
    private readonly resend: ResendInvitation,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(giftSchema), next: id.nullable() }), 'What I gave, newest first')
  @Refuses('400 malformed', '401 unauthenticated')
  async list(@CurrentViewer() viewer: Viewer, @Query({ schema: listed }) { limit, after }: z.infer<typeof listed>) {
    const gifts = await this.gifts.givenBy(viewer.personId, limit + 1, after);
    const items = gifts.slice(0, limit);
    return { items: items.map(giftJson), next: gifts.length > limit ? items.at(-1)!.id : null };
  }

  @Get(':id')
  @Answers(200, giftSchema)
  @Refuses('401 unauthenticated', '404 not_found')
  async show(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) giftId: string) {
    const gift = await this.gifts.one(viewer.personId, giftId);
    if (!gift) throw noAssignment('gift');
    return giftJson(gift);
  }

  @Post(':id/invitations')
  @Answers(201, giftSchema, 'A new mail is on its way; links of earlier mails no longer work')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found', '409 not_waiting', '429 too_many_mails')
  async send(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) giftId: string,
    @Body({ schema: addresseeSchema }) addressee: z.infer<typeof addresseeSchema>,
  ) {
    await this.resend.execute({ assignmentId: giftId, by: viewer.personId }, addressee);
    return this.show(viewer, giftId);
  }
}
