import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { FindCertificate } from '../find-certificate.js';
import { notFound } from '../../shared/index.js';
import { Allow, Answers, Refuses } from '../../web/index.js';
import { LogQueries, type SignedHead } from './log.queries.js';
import { LogTree } from './log-tree.js';

const hash = z.string().describe('32 bytes, base64url');
const headJson = z.object({
  size: z.int(),
  root: hash,
  signedAt: z.iso.datetime(),
  keyId: z.string(),
  signature: z.string().describe('Ed25519 over the text that docs/issuance-log.md describes, base64url'),
});
const entriesJson = z.object({ start: z.int(), leaves: z.array(hash) });
const inclusionJson = z.object({
  position: z.int(),
  leaf: hash,
  enteredAt: z.iso.datetime(),
  proof: z.array(hash),
  head: headJson,
});
const consistencyJson = z.object({ from: z.int(), to: z.int(), proof: z.array(hash) });
const page = z.strictObject({
  start: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});
const between = z.strictObject({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const toJson = ({ size, root, signedAt, keyId, signature }: SignedHead): z.infer<typeof headJson> => ({
  ...{ size, root: text(root), signedAt: signedAt.toISOString(), keyId, signature },
});

/** The issuance log, for whoever wants to see that no certificate was dated back and none has vanished. */
@Controller('credentials/log')
@ApiTags('certificates')
@Allow('anyone')
export class LogController {
  constructor(
    private readonly log: LogQueries,
    private readonly tree: LogTree,
    private readonly find: FindCertificate,
  ) {}

  @Get()
  @Header('Access-Control-Allow-Origin', '*')
  @Answers(200, headJson, 'The latest signed head')
  @Refuses('404 not_found')
  async head(): Promise<z.infer<typeof headJson>> {
    return toJson(await this.latest());
  }

  @Get('entries')
  @Header('Access-Control-Allow-Origin', '*')
  @Answers(200, entriesJson, 'Leaf hashes in their order')
  @Refuses('400 malformed')
  async entries(@Query({ schema: page }) { start, limit }: z.infer<typeof page>): Promise<z.infer<typeof entriesJson>> {
    const entries = await this.log.entries(start, limit);
    return { start, leaves: entries.map(({ leaf }) => text(leaf)) };
  }

  @Get('proof/:number')
  @Header('Access-Control-Allow-Origin', '*')
  @Answers(200, inclusionJson, 'That this certificate is in the log')
  @Refuses('404 not_found', '429 too_many_look_ups')
  async inclusion(@Param('number') typed: string, @Req() request: Request): Promise<z.infer<typeof inclusionJson>> {
    const certificate = await this.find.byNumber(typed, request.ip);
    const [entry, head] = [await this.log.ofCertificate(certificate.id), await this.latest()];
    // Entered a moment after the issue.
    if (!entry || entry.position >= head.size) throw notFound('entry');
    const proof = (await this.tree.current()).inclusion(entry.position, head.size).map(text);
    const { position, leaf, enteredAt } = entry;
    return { position, leaf: text(leaf), enteredAt: enteredAt.toISOString(), proof, head: toJson(head) };
  }

  @Get('consistency')
  @Header('Access-Control-Allow-Origin', '*')
  @Answers(200, consistencyJson, 'That the log of `to` entries begins with the log of `from` entries')
  @Refuses('400 malformed', '404 not_found')
  async consistency(
    @Query({ schema: between }) { from, to }: z.infer<typeof between>,
  ): Promise<z.infer<typeof consistencyJson>> {
    const tree = await this.tree.current();
    if (from > to || to > tree.size) throw notFound('head');
    return { from, to, proof: tree.consistency(from, to).map(text) };
  }

  private async latest(): Promise<SignedHead> {
    const head = await this.log.head();
    if (!head) throw notFound('head');
    return head;
  }
}
