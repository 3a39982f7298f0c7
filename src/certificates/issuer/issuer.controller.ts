import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { statusListTtl } from '../credential/status-list.js';
import { notFound } from '../../shared/index.js';
import { Allow, Answers, Refuses } from '../../web/index.js';
import { Issuer } from './issuer.js';
import { StatusLists } from './status-lists.js';

const shared = `public, max-age=${statusListTtl / 1000}`;
const didSchema = z.looseObject({ id: z.string(), assertionMethod: z.array(z.string()) });
const listSchema = z.looseObject({ id: z.string(), validUntil: z.string() });

/** What verifiers all over the world read: who we are, and what we took back. */
@Controller()
@ApiTags('certificates')
@Allow('anyone')
export class IssuerController {
  constructor(
    private readonly issuer: Issuer,
    private readonly lists: StatusLists,
  ) {}

  @Get('.well-known/did.json')
  @Header('Cache-Control', shared)
  @Header('Access-Control-Allow-Origin', '*')
  @Answers(200, didSchema, 'The DID document with every key that ever signed')
  did(): Promise<object> {
    return this.issuer.document();
  }

  @Get('credentials/status/:list')
  @Header('Cache-Control', shared)
  @Header('Access-Control-Allow-Origin', '*')
  @Header('Content-Type', 'application/vc')
  @Answers(200, listSchema, 'A signed bitstring status list: one bit per certificate, set when it is revoked')
  @Refuses('404 not_found')
  async status(@Param('list') list: string): Promise<object> {
    const credential = /^[1-9]\d{0,3}$/.test(list) ? await this.lists.list(Number(list)) : undefined;
    if (!credential) throw notFound('status list');
    return credential;
  }
}
