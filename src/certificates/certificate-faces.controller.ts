import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { isPrintable } from './certificate-status.js';
import { notPrintable } from './certificates.errors.js';
import { addresses } from './credential/addresses.js';
import { FindCertificate } from './find-certificate.js';
import { renderCertificate } from './pdf/render-certificate.js';
import { Config } from '../shared/index.js';
import { Allow, Answers, Refuses } from '../web/index.js';

const credentialSchema = z.looseObject({ id: z.string(), proof: z.array(z.looseObject({})) });

/** `application/vc` is the registered type of a credential; older verifiers know it as JSON-LD or plain JSON. */
const credentialTypes = ['application/vc', 'application/ld+json', 'application/json'];

/** What a certificate looks like outside: public to whoever has the number. */
@Controller('certificates')
@ApiTags('certificates')
@Allow('anyone')
export class CertificateFaces {
  constructor(
    private readonly find: FindCertificate,
    private readonly config: Config,
  ) {}

  @Get(':number.json')
  @Answers(200, credentialSchema, 'The signed Open Badges 3.0 credential')
  @ApiProduces(...credentialTypes)
  @Refuses('404 not_found', '429 too_many_look_ups')
  async credential(
    @Param('number') typed: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    const { credential, number } = await this.find.signed(typed, request.ip);
    response
      .type(request.accepts(credentialTypes) || credentialTypes[0]!)
      .setHeader('Content-Disposition', `attachment; filename="${number}.json"`)
      .setHeader('Access-Control-Allow-Origin', '*');
    return credential;
  }

  @Get(':number.pdf')
  @Answers(200, undefined, 'The certificate as PDF/A, made for print, with the signed credential attached')
  @ApiProduces('application/pdf')
  @Refuses('404 not_found', '410 certificate_revoked', '429 too_many_look_ups')
  async print(@Param('number') typed: string, @Req() request: Request): Promise<StreamableFile> {
    const certificate = await this.find.signed(typed, request.ip);
    if (!isPrintable(certificate.status)) throw notPrintable(certificate.status);
    const { claim, number, credential } = certificate;
    const pdf = renderCertificate(claim, addresses(this.config.baseUrl).verify(number), credential);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="Glabella-${number}.pdf"`,
    });
  }
}
