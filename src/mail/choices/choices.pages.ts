import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
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
import { Deliveries } from '../deliveries/deliveries.js';
import { topics } from '../topics.js';
import { ChoicesView } from '../views/choices.js';
import { StopView } from '../views/stop.js';
import { choicesForm } from './choices.schemas.js';
import { ChooseMail } from './choose-mail.js';
import { MailChoices } from './mail-choices.js';
import { QuietHours } from './quiet-hours.js';
import { StopMail } from './stop-mail.js';

const arriving = z.object({ done: z.enum(['saved', 'restored']).optional().catch(undefined) });

const notices = {
  saved: 'Your choices hold from now on.',
  restored: 'We write to this address again.',
};

@PageController('account/mail')
@Allow('signed-in')
export class MailChoicesPages {
  constructor(
    private readonly choices: MailChoices,
    private readonly hours: QuietHours,
    private readonly choosing: ChooseMail,
    private readonly deliveries: Deliveries,
  ) {}

  @Get()
  async show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    const [wishes, quiet] = await Promise.all([this.choices.of(viewer.email), this.hours.of(viewer.email)]);
    const ticked = Object.fromEntries(topics.map((topic) => [topic, wishes[topic] ? 'yes' : '']));
    const said = done ? { ...page, notice: notices[done] } : page;
    return this.view(said, viewer, emptyForm({ ...ticked, ...quiet }));
  }

  @Post()
  @HttpCode(303)
  choose(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: choicesForm, body },
      act: async ({ topics: wishes, quiet }) => {
        await this.choosing.execute(viewer, wishes, quiet);
        return '/account/mail?done=saved';
      },
      view: (form) => this.view(page, viewer, form),
    });
  }

  /** Mail came back, and its reader says that the address is right. */
  @Post('address')
  async restore(@CurrentViewer() { email }: Viewer, @Res({ passthrough: true }) response: Response): Promise<string> {
    await this.deliveries.restore(email);
    return seeOther(response, '/account/mail?done=restored');
  }

  private async view(page: PageContext, { email }: Viewer, form: FormState): Promise<JSX.Element> {
    return ChoicesView({ page, email, form, broken: await this.deliveries.broken(email) });
  }
}

/** Looking never stops anything: programs that look at links before people do must change nothing. */
@PageController('mail/stop/:token')
@Allow('anyone')
export class StopMailPages {
  constructor(private readonly stopping: StopMail) {}

  @Get()
  async show(@Page() page: PageContext, @Param('token') token: string): Promise<JSX.Element> {
    return StopView({ page, token, stop: await this.stopping.show(token) });
  }

  /** Mail programs post here too (RFC 8058), without our page and without a session. */
  @Post()
  async stop(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const isOneClick = body?.['List-Unsubscribe'] === 'One-Click';
    await this.stopping.choose(token, false, isOneClick ? 'one-click' : 'link');
    if (!isOneClick) return seeOther(response, `/mail/stop/${token}`);
    response.status(200);
    return '';
  }

  @Post('undo')
  async undo(@Param('token') token: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    await this.stopping.choose(token, true, 'link');
    return seeOther(response, `/mail/stop/${token}`);
  }
}
