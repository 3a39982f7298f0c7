import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DomainError } from '../../shared/index.js';
import { Allow, Answers, Page, type PageContext, Refuses, wantsJson, type WebRequest } from '../../web/index.js';
import { OpenPacket } from './open-packet.js';
import { packetContentSchema } from './packets.schemas.js';
import { PrintPacket } from './print-packet.js';
import { PacketView } from './views/packet.js';
import { NoPacketView } from './views/no-packet.js';

/** A packet, for whoever has its link. */
@Controller('packets/:token')
@ApiTags('certificates')
@Allow('anyone')
export class OpenedPacket {
  constructor(
    private readonly opening: OpenPacket,
    private readonly printing: PrintPacket,
  ) {}

  /** The same as a page for people and, by `Accept: application/json`, for programs. */
  @Get()
  @Answers(200, packetContentSchema, 'What the holder agreed to show, as it is at this instant')
  @ApiProduces('application/json', 'text/html')
  @Refuses('404 not_found', '429 too_many_openings')
  async show(
    @Page() page: PageContext,
    @Param('token') token: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<unknown> {
    keepToItself(response).vary('Accept');
    const json = wantsJson(request);
    const content = await this.opening.execute(token, json ? 'json' : 'page', request.ip).catch((error: unknown) => {
      if (!json && error instanceof DomainError && error.kind === 'not_found') return undefined;
      throw error;
    });
    if (json) return content;
    response.type('html');
    if (content) return PacketView({ page, content, files: `/packets/${token}` });
    response.status(404);
    return NoPacketView({ page });
  }

  @Get('packet.pdf')
  @Answers(200, undefined, 'The packet as a sheet')
  @ApiProduces('application/pdf')
  @Refuses('404 not_found', '429 too_many_openings')
  async pdf(
    @Param('token') token: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    keepToItself(response);
    const content = await this.opening.execute(token, 'pdf', request.ip);
    const disposition = 'attachment; filename="packet.pdf"';
    return new StreamableFile(this.printing.pdf(content), { type: 'application/pdf', disposition });
  }

  @Get('packet.zip')
  @Answers(200, undefined, 'The sheet, the same as JSON, and each certificate as printed and as signed')
  @ApiProduces('application/zip')
  @Refuses('404 not_found', '429 too_many_openings')
  async zip(
    @Param('token') token: string,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    keepToItself(response);
    const content = await this.opening.execute(token, 'zip', request.ip);
    const disposition = 'attachment; filename="packet.zip"';
    return new StreamableFile(await this.printing.zip(content), { type: 'application/zip', disposition });
  }
}

/** The address is the key: no search engine keeps it, no other site is told of it, no cache has what it opens. */
const keepToItself = (response: Response): Response =>
  response
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Referrer-Policy', 'no-referrer')
    .setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
