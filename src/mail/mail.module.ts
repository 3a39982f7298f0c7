import { Global, Module } from '@nestjs/common';
import { DemoMailboxApi, DemoMailboxPages } from './demo-mailbox.controllers.js';
import { MailQueries } from './mail.queries.js';
import { Mailer } from './mailer.js';
import { SendMail } from './send-mail.js';

@Global()
@Module({
  controllers: [DemoMailboxPages, DemoMailboxApi],
  providers: [Mailer, SendMail, MailQueries],
  exports: [Mailer],
})
export class MailModule {}
