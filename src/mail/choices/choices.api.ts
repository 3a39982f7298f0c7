import { Body, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { choicesAnswer, choicesBody, stopAnswer, stopBody } from './choices.schemas.js';
import { Deliveries } from '../deliveries/deliveries.js';
import { ChooseMail } from './choose-mail.js';
import { MailChoices } from './mail-choices.js';
import { QuietHours } from './quiet-hours.js';
import { type Stop, StopMail } from './stop-mail.js';

@ApiController('account/mail', 'people')
@Allow('signed-in')
export class MailChoicesApi {
  constructor(
    private readonly choices: MailChoices,
    private readonly hours: QuietHours,
    private readonly choosing: ChooseMail,
    private readonly deliveries: Deliveries,
  ) {}

  @Get()
  @Answers(200, choicesAnswer)
  @Refuses('401 unauthenticated')
  async show(@CurrentViewer() { email }: Viewer): Promise<z.infer<typeof choicesAnswer>> {
    const broken = await this.deliveries.broken(email);
    return {
      topics: await this.choices.of(email),
      quiet: await this.hours.of(email),
      broken: broken ? { at: broken.at.toISOString(), detail: broken.detail } : null,
    };
  }

  @Put()
  @HttpCode(204)
  @Answers(204, undefined, 'Chosen; a topic that is left out stays as it is')
  @Refuses('401 unauthenticated', '409 unconfirmed', '422 invalid')
  choose(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: choicesBody }) { topics, quiet }: z.infer<typeof choicesBody>,
  ): Promise<void> {
    return this.choosing.execute(viewer, topics, quiet);
  }

  @Post('address')
  @HttpCode(204)
  @Answers(204, undefined, 'The address is right; mail is sent to it again')
  @Refuses('401 unauthenticated')
  restore(@CurrentViewer() { email }: Viewer): Promise<void> {
    return this.deliveries.restore(email);
  }
}

@ApiController('mail/stop/:token', 'people')
@Allow('anyone')
export class StopMailApi {
  constructor(private readonly stopping: StopMail) {}

  @Get()
  @Answers(200, stopAnswer)
  @Refuses('404 not_found')
  show(@Param('token') token: string): Promise<Stop> {
    return this.stopping.show(token);
  }

  @Put()
  @HttpCode(204)
  @Answers(204, undefined, 'Chosen, for every mail of the same topic to the same address')
  @Refuses('404 not_found', '422 invalid')
  choose(@Param('token') token: string, @Body({ schema: stopBody }) { wanted }: z.infer<typeof stopBody>) {
    return this.stopping.choose(token, wanted, 'link');
  }
}
