import { Body, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ClientIp } from '../throttle/client-ip.js';
import { EndToken } from './end-token.js';
import { MakeToken } from './make-token.js';
import { TokenQueries } from './token.queries.js';
import { madeTokenAnswer, newTokenSchema, tokenAnswer } from './token.schemas.js';

@ApiController('account/tokens', 'people')
@Allow('signed-in')
export class TokensApi {
  constructor(
    private readonly tokens: TokenQueries,
    private readonly making: MakeToken,
    private readonly ending: EndToken,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(tokenAnswer), next: z.null() }), 'My tokens, newest first')
  @Refuses('401 unauthenticated')
  async list(@CurrentViewer() { personId }: Viewer) {
    return { items: await this.tokens.open(personId), next: null };
  }

  @Post()
  @Answers(201, madeTokenAnswer)
  @Refuses(
    ...([
      '400 malformed',
      '401 unauthenticated',
      '403 foreign_origin',
      '409 unconfirmed',
      '409 too_many_tokens',
    ] as const),
    ...(['422 wrong_password', '422 invalid_input', '429 too_many_tries', '503 busy'] as const),
  )
  make(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: newTokenSchema }) wanted: z.infer<typeof newTokenSchema>,
    @ClientIp() ip: string,
  ) {
    return this.making.execute(viewer, { ...wanted, ip });
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers(204, undefined, 'Ended')
  @Refuses('400 malformed', '401 unauthenticated', '403 foreign_origin', '404 not_found')
  end(@CurrentViewer() { personId }: Viewer, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.ending.execute(personId, id);
  }
}
