import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Config, DomainError } from '../shared/index.js';
import {
  Allow,
  Answers,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  Refuses,
  seeOther,
  wantsJson,
  type WebRequest,
} from '../web/index.js';
import { DirectoryQueries } from './directory/directory.queries.js';
import { FindCertificate } from './find-certificate.js';
import { LicenceCheck } from './licence-check.js';
import { LogQueries } from './log/log.queries.js';
import { parseCertificateNumber } from './number/certificate-number.js';
import { publicFacts, verifiedFactsSchema } from './public-facts.js';
import { notFoundAs, VerifyFormView } from './views/verify-form.js';
import { VerifiedView } from './views/verified.js';

@PageController('verify')
@Allow('anyone')
export class VerifyFormPages {
  @Get()
  form(
    @Page() page: PageContext,
    @Query('number') typed: unknown,
    @Res({ passthrough: true }) response: Response,
  ): JSX.Element | Promise<JSX.Element> {
    if (typeof typed !== 'string') return VerifyFormView({ page, form: emptyForm() });
    const number = parseCertificateNumber(typed);
    if (number !== undefined) return seeOther(response, `/verify/${number}`);
    response.status(422);
    return VerifyFormView({ page, form: notFoundAs(typed) });
  }
}

@Controller('verify')
@ApiTags('certificates')
@Allow('anyone')
export class VerifyPages {
  constructor(
    private readonly find: FindCertificate,
    private readonly directory: DirectoryQueries,
    private readonly checks: LicenceCheck,
    private readonly log: LogQueries,
    private readonly config: Config,
  ) {}

  /** The same facts as a page for people and, by `Accept: application/json`, for programs. */
  @Get(':number')
  @Answers(200, verifiedFactsSchema, 'Every printed fact and the status at this instant')
  @ApiProduces('application/json', 'text/html')
  @Refuses('404 not_found', '429 too_many_look_ups')
  async show(
    @Page() page: PageContext,
    @Param('number') typed: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<unknown> {
    response.vary('Accept');
    // Found by search engines only where the holder wants it, and only while it is valid.
    response.setHeader('X-Robots-Tag', 'noindex');
    const json = wantsJson(request);
    const certificate = await this.find.byNumber(typed, request.ip).catch((error: unknown) => {
      if (!json && error instanceof DomainError && error.kind === 'not_found') return undefined;
      throw error;
    });
    if (!certificate) {
      response.status(404).type('html');
      return VerifyFormView({ page, form: notFoundAs(typed) });
    }
    const facts = {
      ...publicFacts(certificate, this.config.baseUrl),
      licenceLastCheckedOn: await this.checks.lastOf(certificate),
    };
    if (json) return facts;
    if ((await this.directory.reachOf(facts.number)) === 'engines') response.removeHeader('X-Robots-Tag');
    response.type('html');
    return VerifiedView({ page, facts, entry: await this.log.ofCertificate(certificate.id) });
  }
}
