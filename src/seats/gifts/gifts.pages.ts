import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
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
import { ResendInvitation } from '../invitations/resend-invitation.js';
import { HeldSeatQueries } from '../invitations/held-seat.queries.js';
import { noAssignment } from '../seats.errors.js';
import { addresseeSchema } from './gift.schemas.js';
import { GiftQueries } from './gift.queries.js';
import { GiftView } from './views/gift.js';
import { GiftsView } from './views/gifts.js';

const id = z.uuid();
const arriving = z.object({ done: z.literal('sent').optional().catch(undefined) });

@PageController('gifts')
@Allow('signed-in')
export class GiftsPages {
  constructor(
    private readonly gifts: GiftQueries,
    private readonly held: HeldSeatQueries,
    private readonly resend: ResendInvitation,
  ) {}

  @Get()
  async list(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    const [given, received] = await Promise.all([this.gifts.givenBy(personId, 200), this.held.of(personId, 'gift')]);
    return GiftsView({ page, given, received });
  }

  @Get('given/:id')
  show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) giftId: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    const notice = done && 'A new mail is on its way. The links of earlier mails no longer work.';
    return this.render({ ...page, ...(notice && { notice }) }, viewer, giftId);
  }

  @Post('given/:id/invitations')
  send(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) giftId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: addresseeSchema, body },
      act: async (addressee) => {
        await this.resend.execute({ assignmentId: giftId, by: viewer.personId }, addressee);
        return `/gifts/given/${giftId}?done=sent`;
      },
      view: (form) => this.render(page, viewer, giftId, form),
    });
  }

  private async render(page: PageContext, viewer: Viewer, giftId: string, form?: FormState): Promise<JSX.Element> {
    const gift = await this.gifts.one(viewer.personId, giftId);
    if (!gift) throw noAssignment('gift');
    return GiftView({ page, gift, form: form ?? emptyForm(gift.recipient) });
  }
}
