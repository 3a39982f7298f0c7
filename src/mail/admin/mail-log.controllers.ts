import { Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  askedFilter,
  Page,
  PageController,
  type PageContext,
  plain,
  Refuses,
  seeOther,
  sendCsv,
} from '../../web/index.js';
import { LoggedMailView } from '../views/logged-mail.js';
import { MailLogView } from '../views/mail-log.js';
import { type MailFilter, mailFilterSchema, mailStates } from './mail-filter.js';
import { type LoggedMail, MailLogQueries } from './mail-log.queries.js';
import { SendAgain } from './send-again.js';

const id = z.uuid();
const row = z.object({
  id,
  toEmail: z.string(),
  kind: z.string(),
  topic: z.string().nullable(),
  state: z.enum(mailStates),
  why: z.string(),
  createdAt: z.iso.datetime(),
});
const tries = z.array(
  z.object({ outcome: z.string(), status: z.string().nullable(), detail: z.string(), at: z.iso.datetime() }),
);

/** What became of mails. Nobody reads them here: results and reasons stand in them. */
@PageController('admin/mail')
@Allow('admin')
export class MailLogPages {
  constructor(
    private readonly log: MailLogQueries,
    private readonly sendingAgain: SendAgain,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(mailFilterSchema, asked, response);
    return MailLogView({ page, form, query, ...(await listed(this.log, query)) });
  }

  @Get(':id')
  async show(@Page() page: PageContext, @Param('id', { schema: id }) mailId: string): Promise<JSX.Element> {
    const mail = await this.log.one(mailId);
    if (!mail) throw notFound('mail');
    return LoggedMailView({ page, mail });
  }

  @Post(':id/again')
  async again(
    @Param('id', { schema: id }) mailId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.sendingAgain.execute(mailId);
    return seeOther(response, `/admin/mail/${mailId}`);
  }
}

@ApiController('admin/mail', 'admin')
@Allow('admin')
export class MailLogApi {
  constructor(
    private readonly log: MailLogQueries,
    private readonly sendingAgain: SendAgain,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(row), next: id.nullable() }))
  @Refuses('400 malformed', '403 forbidden')
  async list(@Query({ schema: mailFilterSchema }) query: MailFilter) {
    const { mails, next } = await listed(this.log, query);
    return { items: mails, next };
  }

  @Get('log.csv')
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '403 forbidden')
  csv(@Query({ schema: mailFilterSchema }) query: MailFilter, @Res() response: Response): Promise<void> {
    return sendCsv(response, {
      name: 'mail.csv',
      head: 'id,written,to,kind,topic,state,why\r\n',
      read: (limit, after) => this.log.list(query, limit, after ?? query.after ?? null),
      write: (mails) => mails.map(csvRow).join(''),
    });
  }

  @Get(':id')
  @Answers(200, row.extend({ tries }))
  @Refuses('403 forbidden', '404 not_found')
  async show(@Param('id', { schema: id }) mailId: string) {
    const mail = await this.log.one(mailId);
    if (!mail) throw notFound('mail');
    return mail;
  }

  @Post(':id/again')
  @HttpCode(202)
  @Answers(202, undefined, 'It is tried once more')
  @Refuses('403 forbidden', '404 not_found', '409 mail_ended')
  again(@Param('id', { schema: id }) mailId: string): Promise<void> {
    return this.sendingAgain.execute(mailId);
  }
}

async function listed(log: MailLogQueries, query: MailFilter) {
  const rows = await log.list(query, query.limit + 1, query.after ?? null);
  const mails = rows.slice(0, query.limit);
  return { mails, next: rows.length > query.limit ? mails.at(-1)!.id : null };
}

const csvRow = ({ id: mailId, createdAt, toEmail, kind, topic, state, why }: LoggedMail): string =>
  [mailId, createdAt.toISOString(), toEmail, kind, topic ?? '', state, why]
    .map((cell) => `"${plain(cell).replaceAll('"', '""')}"`)
    .join(',') + '\r\n';
