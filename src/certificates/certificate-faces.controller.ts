import { Controller, Get, Header, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { isPrintable } from './certificate-status.js';
import { notPrintable } from './certificates.errors.js';
import { GiveToken } from './faces/give-token.js';
import { PrintFace, type PrintedFace } from './faces/print-face.js';
import { FindCertificate } from './find-certificate.js';
import { Allow, Answers, Refuses } from '../web/index.js';

const credentialSchema = z.looseObject({ id: z.string(), proof: z.array(z.looseObject({})) });

/** `application/vc` is the registered type of a credential; older verifiers know it as JSON-LD or plain JSON. */
const credentialTypes = ['application/vc', 'application/ld+json', 'application/json'];

/** A holder who wants to be found by search engines is found by the page; its files never are. */
const unlisted = ['X-Robots-Tag', 'noindex'] as const;

/** What a certificate looks like outside: public to whoever has the number. */
@Controller('certificates')
@ApiTags('certificates')
@Allow('anyone')
export class CertificateFaces {
  constructor(
    private readonly find: FindCertificate,
    private readonly tokens: GiveToken,
    private readonly printing: PrintFace,
  ) {}

  @Get(':number.json')
  @Header(...unlisted)
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

  /** The file of a token is the token itself, as Open Badges 3.0 serves it. */
  @Get(':number.jwt')
  @Header(...unlisted)
  @Answers(200, undefined, 'The signed credential as a compact JSON Web Token (ES256)')
  @ApiProduces('text/plain')
  @Refuses('404 not_found', '429 too_many_look_ups')
  async token(
    @Param('number') typed: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const certificate = await this.find.signed(typed, request.ip);
    response
      .type('text/plain')
      .setHeader('Content-Disposition', `attachment; filename="${certificate.number}.jwt"`)
      .setHeader('Access-Control-Allow-Origin', '*');
    return this.tokens.execute(certificate);
  }

  @Get(':number.png')
  @Header(...unlisted)
  @Answers(200, undefined, 'The badge, 1000 by 1000 pixels, with the signed credential baked in')
  @ApiProduces('image/png')
  @Refuses('404 not_found', '410 certificate_revoked', '429 too_many_look_ups')
  png(@Param('number') typed: string, @Req() request: Request): Promise<StreamableFile> {
    return this.printed('png', 'image/png', typed, request);
  }

  @Get(':number.svg')
  @Header(...unlisted)
  @Answers(200, undefined, 'The badge as a drawing, with the signed credential baked in')
  @ApiProduces('image/svg+xml')
  @Refuses('404 not_found', '410 certificate_revoked', '429 too_many_look_ups')
  svg(@Param('number') typed: string, @Req() request: Request): Promise<StreamableFile> {
    return this.printed('svg', 'image/svg+xml', typed, request);
  }

  @Get(':number.pdf')
  @Header(...unlisted)
  @Answers(200, undefined, 'The certificate as PDF/A-3a and PDF/UA-1, signed (PAdES), with the credential attached')
  @ApiProduces('application/pdf')
  @Refuses('404 not_found', '410 certificate_revoked', '429 too_many_look_ups')
  pdf(@Param('number') typed: string, @Req() request: Request): Promise<StreamableFile> {
    return this.printed('pdf', 'application/pdf', typed, request);
  }

  private async printed(face: PrintedFace, type: string, typed: string, request: Request): Promise<StreamableFile> {
    const certificate = await this.find.signed(typed, request.ip);
    if (!isPrintable(certificate.status)) throw notPrintable(certificate.status);
    const disposition = `inline; filename="Glabella-${certificate.number}.${face}"`;
    return new StreamableFile(await this.printing.execute(face, certificate), { type, disposition });
  }
}
