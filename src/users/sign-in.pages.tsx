import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
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
import { homePath } from './home-path.js';
import { safeNextPath } from './next-path.js';
import { noticed, noticeSchema } from './notices.js';
import { credentialsSchema, nextSchema } from './users.schemas.js';
import { SignInView } from './views/sign-in.js';

const arriving = z.object({ next: nextSchema, done: noticeSchema });
const formSchema = credentialsSchema.extend({ next: nextSchema });

@PageController()
@Allow('anyone')
export class SignInPages {
  constructor(private readonly entrance: Entrance) {}

  @Get('sign-in')
  show(
    @Page() page: PageContext,
    @OptionalViewer() viewer: Viewer | null,
    @Query({ schema: arriving }) { next, done }: z.infer<typeof arriving>,
    @Res({ passthrough: true }) response: Response,
  ): JSX.Element {
    if (viewer) return seeOther(response, next ?? homePath(viewer.roles));
    return SignInView({ page: noticed(page, done), form: emptyForm(), next });
  }

  @Post('sign-in')
  signIn(
    @Page() page: PageContext,
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: formSchema,
      body,
      act: async ({ next }) => {
        const viewer = await this.entrance.signIn(request, response);
        return next ?? homePath(viewer.roles);
      },
      view: (form) => SignInView({ page, form, next: safeNextPath(form.values['next']) }),
    });
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<JSX.Element> {
    await this.entrance.signOut(request, response);
    return seeOther(response, '/');
  }
}
