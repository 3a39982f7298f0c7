import { Body, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ClientIp } from '../throttle/client-ip.js';
import { AskErasure } from './ask-erasure.js';
import { ErasureQueries } from './erasure.queries.js';
import { ownErasureSchema, pendingErasure, personErasureSchema } from './erasure.schemas.js';
import { TakeBackErasure } from './take-back-erasure.js';

const id = z.uuid();

async function standing(erasures: ErasureQueries, personId: string): Promise<z.infer<typeof pendingErasure>> {
  const [pending, holds] = await Promise.all([erasures.pending(personId), erasures.holds(personId)]);
  return { askedAt: pending?.askedAt.toISOString() ?? null, dueAt: pending?.dueAt.toISOString() ?? null, holds };
}

@ApiController('account/erasure', 'people')
@Allow('signed-in')
export class ErasureApi {
  constructor(
    private readonly erasures: ErasureQueries,
    private readonly asking: AskErasure,
    private readonly takingBack: TakeBackErasure,
  ) {}

  @Get()
  @Answers(200, pendingErasure)
  @Refuses('401 unauthenticated')
  show(@CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof pendingErasure>> {
    return standing(this.erasures, personId);
  }

  @Post()
  @HttpCode(202)
  @Answers(202, undefined, 'Erased in a week, unless it is taken back')
  @Refuses('401 unauthenticated', '409 last_admin', '422 wrong_password', '429 too_many_tries', '503 busy')
  ask(
    @CurrentViewer() { personId, email }: Viewer,
    @Body({ schema: ownErasureSchema }) { currentPassword }: z.infer<typeof ownErasureSchema>,
    @ClientIp() ip: string,
  ): Promise<void> {
    return this.asking.execute({ personId, email, currentPassword, ip });
  }

  @Delete()
  @HttpCode(204)
  @Answers(204, undefined, 'Taken back')
  @Refuses('401 unauthenticated', '404 not_found')
  takeBack(@CurrentViewer() { personId }: Viewer): Promise<void> {
    return this.takingBack.execute(personId);
  }
}

@ApiController('admin/people/:id/erasure', 'admin')
@Allow('admin')
export class PersonErasureApi {
  constructor(
    private readonly erasures: ErasureQueries,
    private readonly asking: AskErasure,
    private readonly takingBack: TakeBackErasure,
  ) {}

  @Get()
  @Answers(200, pendingErasure)
  @Refuses('401 unauthenticated', '403 forbidden')
  show(@Param('id', { schema: id }) personId: string): Promise<z.infer<typeof pendingErasure>> {
    return standing(this.erasures, personId);
  }

  @Post()
  @HttpCode(202)
  @Answers(202, undefined, 'Erased in a week; the person gets a mail')
  @Refuses('401 unauthenticated', '403 forbidden', '403 own_erasure', '404 not_found', '409 last_admin')
  ask(
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: personErasureSchema }) { reason }: z.infer<typeof personErasureSchema>,
  ): Promise<void> {
    return this.asking.for(personId, by, reason);
  }

  @Delete()
  @HttpCode(204)
  @Answers(204, undefined, 'Taken back')
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  takeBack(@Param('id', { schema: id }) personId: string): Promise<void> {
    return this.takingBack.execute(personId);
  }
}
