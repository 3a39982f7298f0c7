import { Global, Module } from '@nestjs/common';
import { MailChoicesApi, StopMailApi } from './choices/choices.api.js';
import { MailChoicesPages, StopMailPages } from './choices/choices.pages.js';
import { ChooseMail } from './choices/choose-mail.js';
import { MailChoices } from './choices/mail-choices.js';
import { QuietHours } from './choices/quiet-hours.js';
import { StopMail } from './choices/stop-mail.js';
import { DemoMailboxApi, DemoMailboxPages } from './demo-mailbox.controllers.js';
import { MailQueries } from './mail.queries.js';
import { Mailer } from './mailer.js';
import { MayLeave } from './sending/may-leave.js';
import { Post } from './sending/post.js';
import { SendMail } from './sending/send-mail.js';

@Global()
@Module({
  controllers: [DemoMailboxPages, DemoMailboxApi, MailChoicesPages, MailChoicesApi, StopMailPages, StopMailApi],
  providers: [Mailer, Post, MayLeave, SendMail, MailQueries, MailChoices, QuietHours, ChooseMail, StopMail],
  exports: [Mailer, MailChoices],
})
export class MailModule {}
