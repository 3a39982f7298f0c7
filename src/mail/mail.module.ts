import { Global, Module } from '@nestjs/common';
import { MailChoicesApi, StopMailApi } from './choices/choices.api.js';
import { MailChoicesPages, StopMailPages } from './choices/choices.pages.js';
import { MailLogApi, MailLogPages } from './admin/mail-log.controllers.js';
import { MailLogQueries } from './admin/mail-log.queries.js';
import { SendAgain } from './admin/send-again.js';
import { Deliveries } from './deliveries/deliveries.js';
import { MailReportsApi } from './deliveries/reports.controller.js';
import { TakeReport } from './deliveries/take-report.js';
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
  controllers: [
    DemoMailboxPages,
    DemoMailboxApi,
    MailChoicesPages,
    MailChoicesApi,
    StopMailPages,
    StopMailApi,
    MailReportsApi,
    MailLogPages,
    MailLogApi,
  ],
  providers: [
    Mailer,
    Post,
    MayLeave,
    SendMail,
    MailQueries,
    MailChoices,
    QuietHours,
    ChooseMail,
    StopMail,
    Deliveries,
    TakeReport,
    MailLogQueries,
    SendAgain,
  ],
  exports: [Mailer, MailChoices],
})
export class MailModule {}
