import { timingSafeEqual } from 'node:crypto';
import { Headers, HttpCode, Post, Req } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import type { Request } from 'express';
import { Config, notFound, sha256 } from '../../shared/index.js';
import { Allow, Answers, ApiController, Refuses, unauthenticated } from '../../web/index.js';
import { TakeReport } from './take-report.js';

/** Where the mail server hands in reports, as it got them. It does not exist without a secret. */
@ApiController('mail/reports', 'mail')
@Allow('anyone')
export class MailReportsApi {
  constructor(
    private readonly config: Config,
    private readonly taking: TakeReport,
  ) {}

  @Post()
  @HttpCode(204)
  @Answers(
    204,
    undefined,
    'A report of RFC 3464 or RFC 5965 as `message/rfc822`, with the secret as bearer token; noted',
  )
  @Refuses('401 unauthenticated', '404 not_found', '422 not_a_report')
  async take(@Headers('authorization') authorization: string | undefined, @Req() request: RawBodyRequest<Request>) {
    const secret = this.config.values.MAIL_REPORT_SECRET;
    if (!secret) throw notFound();
    if (!isSame(authorization, `Bearer ${secret}`)) throw unauthenticated();
    await this.taking.execute(request.rawBody ?? Buffer.alloc(0));
  }
}

const isSame = (given: string | undefined, right: string): boolean =>
  timingSafeEqual(sha256(given ?? ''), sha256(right));
