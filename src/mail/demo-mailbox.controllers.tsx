import { Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Config, notFound } from '../shared/index.js';
import { Allow, Answers, ApiController, Page, PageController, type PageContext, Refuses } from '../web/index.js';
import { MailQueries } from './mail.queries.js';
import { MailboxView, MailView } from './views/mailbox.js';

const filter = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  to: z.email().optional(),
});
const mail = z.object({
  id: z.uuid(),
  toEmail: z.string(),
  kind: z.string(),
  subject: z.string(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});

/** The mailbox exists in demo mode alone: nobody else's mail can be read here. */
@PageController('demo/mail')
@Allow('anyone')
export class DemoMailboxPages {
  constructor(
    private readonly mails: MailQueries,
    private readonly config: Config,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query({ schema: filter }) query: z.infer<typeof filter>,
  ): Promise<JSX.Element> {
    onlyInDemo(this.config);
    return MailboxView({ page, mails: await this.mails.latest(query.limit, query.to) });
  }

  @Get(':id')
  async show(@Page() page: PageContext, @Param('id', { schema: z.uuid() }) id: string): Promise<JSX.Element> {
    onlyInDemo(this.config);
    const found = await this.mails.byId(id);
    if (!found) throw notFound('mail');
    return MailView({ page, mail: found });
  }
}

@ApiController('demo/mail', 'demo')
@Allow('anyone')
export class DemoMailboxApi {
  constructor(
    private readonly mails: MailQueries,
    private readonly config: Config,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(mail), next: z.null() }))
  @Refuses('404 not_found')
  async list(@Query({ schema: filter }) query: z.infer<typeof filter>) {
    onlyInDemo(this.config);
    return { items: await this.mails.latest(query.limit, query.to), next: null };
  }
}

function onlyInDemo(config: Config): void {
  if (!config.demo || config.values.SMTP_URL) throw notFound();
}
