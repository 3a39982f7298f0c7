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
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { noticed, noticeSchema, withNotice } from '../notices.js';
import { ClientIp } from '../throttle/client-ip.js';
import { MadeTokenView } from '../views/made-token.js';
import { TokensView } from '../views/tokens.js';
import { EndToken } from './end-token.js';
import { type MadeToken, MakeToken } from './make-token.js';
import { scopesOf, TokenAreas } from './token-areas.js';
import { TokenQueries } from './token.queries.js';
import { newTokenSchema } from './token.schemas.js';

const arriving = z.object({ done: noticeSchema });
const address = '/account/tokens';

@PageController('account/tokens')
@Allow('signed-in')
export class TokenPages {
  constructor(
    private readonly tokens: TokenQueries,
    private readonly making: MakeToken,
    private readonly ending: EndToken,
    private readonly all: TokenAreas,
  ) {}

  @Get()
  show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.view(noticed(page, done), viewer, emptyForm({ days: '90' }));
  }

  /** The answer shows the token itself, which no later page could. */
  @Post()
  async make(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @ClientIp() ip: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    let made: MadeToken | undefined;
    const filled = await submit({
      ...{ response, schema: newTokenSchema, body },
      act: async (wanted) => {
        made = await this.making.execute(viewer, { ...wanted, ip });
        return address;
      },
      view: (form) => this.view(page, viewer, form),
    });
    if (!made) return filled;
    response.status(201).removeHeader('Location');
    return MadeTokenView({ page, made });
  }

  @Post(':id/end')
  async end(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    await this.ending.execute(personId, id);
    return seeOther(response, withNotice(address, 'token-ended'));
  }

  private async view(page: PageContext, viewer: Viewer, form: FormState): Promise<JSX.Element> {
    const areas = this.all.areas.filter((area) => area.for?.some((role) => viewer.roles.includes(role)) ?? true);
    return TokensView({
      page,
      form,
      tokens: await this.tokens.open(viewer.personId),
      choices: scopesOf(areas),
    });
  }
}
