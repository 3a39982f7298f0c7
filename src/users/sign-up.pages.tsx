import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  emptyForm,
  OptionalViewer,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../web/index.js';
import { Entrance } from './access/entrance.js';
import { ConfirmEmail } from './confirm-email.js';
import { homePath } from './home-path.js';
import { safeNextPath, withNext } from './next-path.js';
import { SignUp } from './sign-up.js';
import { ClientIp } from './throttle/client-ip.js';
import { Tokens } from './tokens.js';
import { nextSchema, signUpSchema } from './users.schemas.js';
import { ConfirmView, LinkGoneView } from './views/confirm.js';
import { SignUpSentView, SignUpView } from './views/sign-up.js';

const onward = z.object({ next: nextSchema });
type Onward = z.infer<typeof onward>;

@PageController()
@Allow('anyone')
export class SignUpPages {
  constructor(
    private readonly signUp: SignUp,
    private readonly confirmEmail: ConfirmEmail,
    private readonly tokens: Tokens,
    private readonly entrance: Entrance,
  ) {}

  @Get('sign-up')
  show(
    @Page() page: PageContext,
    @OptionalViewer() viewer: Viewer | null,
    @Query({ schema: onward }) { next }: Onward,
    @Res({ passthrough: true }) response: Response,
  ): JSX.Element {
    if (viewer) return seeOther(response, next ?? homePath(viewer.roles));
    return SignUpView({ page, form: emptyForm(), next });
  }

  @Post('sign-up')
  add(
    @Page() page: PageContext,
    @Body() body: unknown,
    @ClientIp() ip: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: signUpSchema,
      body,
      act: async (person) => {
        await this.signUp.execute({ ...person, ip });
        return withNext('/sign-up/sent', person.next);
      },
      view: (form) => SignUpView({ page, form, next: safeNextPath(form.values['next']) }),
    });
  }

  @Get('sign-up/sent')
  sent(@Page() page: PageContext, @Query({ schema: onward }) { next }: Onward): JSX.Element {
    return SignUpSentView({ page, next });
  }

  @Get('confirm/:token')
  async ask(
    @Page() page: PageContext,
    @Param('token') token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const owner = await this.tokens.look('confirm-email', token);
    return owner ? ConfirmView({ page, token, owner }) : this.gone(page, response);
  }

  @Post('confirm/:token')
  confirm(
    @Page() page: PageContext,
    @Param('token') token: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: z.unknown(),
      body: {},
      act: async () => {
        const { person, nextPath } = await this.confirmEmail.execute(token);
        await this.entrance.enter(request, person);
        return safeNextPath(nextPath) ?? homePath(person.roles);
      },
      view: () => this.gone(page, response),
    });
  }

  private gone(page: PageContext, response: Response): JSX.Element {
    response.status(410);
    const sentence =
      'If your address is confirmed already, all is well. If not, sign in and have the mail sent again from your account.';
    return LinkGoneView({ page, sentence, action: { href: '/account', label: 'Go to my account' } });
  }
}
