import { Body, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  PageController,
  Refuses,
  seeOther,
  type Viewer,
} from '../../web/index.js';
import { HeldSeatQueries } from './held-seat.queries.js';
import { ShareProgress } from './share-progress.js';

const id = z.uuid();
const sharing = z.strictObject({ shares: z.boolean() });
const sharingForm = z.strictObject({ shares: z.enum(['yes', 'no']) });
const ownSeat = z.object({
  id,
  title: z.string(),
  giver: z.string().describe('The clinic'),
  acceptedAt: z.iso.datetime(),
  shares: z.boolean().describe('The clinic sees how far you are'),
  ended: z.boolean(),
});

/** What the holder of a clinic's seat decides. */
@PageController('seats')
@Allow('signed-in')
export class OwnSeatsPages {
  constructor(private readonly share: ShareProgress) {}

  @Post(':id/sharing')
  async set(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) assignmentId: string,
    @Body({ schema: sharingForm }) { shares }: z.infer<typeof sharingForm>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.share.execute({ assignmentId, personId, shares: shares === 'yes' });
    return seeOther(response, `/clinics?done=${shares === 'yes' ? 'shared' : 'unshared'}`);
  }
}

@ApiController('seats', 'clinics')
@Allow('signed-in')
export class OwnSeatsApi {
  constructor(
    private readonly held: HeldSeatQueries,
    private readonly share: ShareProgress,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(ownSeat) }), 'Seats of clinics that I accepted, newest first')
  @Refuses('401 unauthenticated')
  async list(@CurrentViewer() { personId }: Viewer) {
    const seats = await this.held.of(personId, 'clinic');
    const items = seats.map(({ sharingEndedAt, endedAt, ...seat }) => ({
      ...seat,
      shares: sharingEndedAt === null,
      ended: endedAt !== null,
    }));
    return { items };
  }

  @Put(':id/sharing')
  @HttpCode(204)
  @Answers(204, undefined, 'The seat stays yours either way')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found')
  async set(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) assignmentId: string,
    @Body({ schema: sharing }) { shares }: z.infer<typeof sharing>,
  ): Promise<void> {
    await this.share.execute({ assignmentId, personId, shares });
  }
}
