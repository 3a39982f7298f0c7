import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, emptyForm, Page, PageController, type PageContext, submit } from '../web/index.js';
import { withNotice } from './notices.js';
import { RequestPasswordReset } from './request-password-reset.js';
import { ResetPassword } from './reset-password.js';
import { ClientIp } from './throttle/client-ip.js';
import { Tokens } from './tokens.js';
import { emailOnlySchema, newPasswordSchema } from './users.schemas.js';
import { LinkGoneView } from './views/confirm.js';
import { ForgotPasswordSentView, ForgotPasswordView, ResetPasswordView } from './views/password.js';

@PageController()
@Allow('anyone')
export class PasswordPages {
  constructor(
    private readonly requestReset: RequestPasswordReset,
    private readonly resetPassword: ResetPassword,
    private readonly tokens: Tokens,
  ) {}

  @Get('forgot-password')
  forgot(@Page() page: PageContext): JSX.Element {
    return ForgotPasswordView({ page, form: emptyForm() });
  }

  @Post('forgot-password')
  request(
    @Page() page: PageContext,
    @Body() body: unknown,
    @ClientIp() ip: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: emailOnlySchema,
      body,
      act: async ({ email }) => {
        await this.requestReset.execute({ email, ip });
        return '/forgot-password/sent';
      },
      view: (form) => ForgotPasswordView({ page, form }),
    });
  }

  @Get('forgot-password/sent')
  sent(@Page() page: PageContext): JSX.Element {
    return ForgotPasswordSentView({ page });
  }

  @Get('reset-password/:token')
  async show(
    @Page() page: PageContext,
    @Param('token') token: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    if (!(await this.tokens.look('reset-password', token))) return gone(page, response);
    return ResetPasswordView({ page, token, form: emptyForm() });
  }

  @Post('reset-password/:token')
  reset(
    @Page() page: PageContext,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: newPasswordSchema,
      body,
      act: async ({ password }) => {
        await this.resetPassword.execute({ token, password });
        return withNotice('/sign-in', 'password-set');
      },
      view: async (form) => {
        const isGood = await this.tokens.look('reset-password', token);
        return isGood ? ResetPasswordView({ page, token, form }) : gone(page, response);
      },
    });
  }
}

function gone(page: PageContext, response: Response): JSX.Element {
  response.status(410);
  const sentence = 'Your password is as it was. You can ask for a new link.';
  return LinkGoneView({ page, sentence, action: { href: '/forgot-password', label: 'Ask for a new link' } });
}
