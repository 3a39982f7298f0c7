import { Get, Param, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, Page, PageController, type PageContext, Refuses } from '../../../web/index.js';
import { ExportView } from '../views/export.js';
import { ExportQuestions } from './export-questions.js';
import { type ExportFormat, exportFormats, exportWords } from './write-file.js';

const format = z.enum(exportFormats);
const row = z.object({ slug: z.string(), notes: z.array(z.string()), reason: z.string().optional() });
const report = z.object({
  slug: z.string(),
  title: z.string(),
  formats: z.array(
    z.object({
      format,
      total: z.int(),
      left: z.array(row).describe('Questions that the format cannot hold, and why'),
      changed: z.array(row).describe('Questions of which something is lost or said in another way'),
    }),
  ),
});

@PageController('bank/:pool/export')
@Allow('author', 'admin')
export class ExportPages {
  constructor(private readonly exports: ExportQuestions) {}

  @Get()
  async show(@Page() page: PageContext, @Param('pool') pool: string): Promise<JSX.Element> {
    return ExportView({ page, report: await this.exports.report(pool) });
  }

  @Get(':format')
  async file(
    @Param('pool') pool: string,
    @Param('format', { schema: format }) as: ExportFormat,
    @Res() response: Response,
  ) {
    sendFile(response, pool, as, await this.exports.execute(pool, as));
  }
}

@ApiController('bank/:pool/exports', 'bank')
@Allow('author', 'admin')
export class ExportsApi {
  constructor(private readonly exports: ExportQuestions) {}

  @Get()
  @Answers(200, report)
  @Refuses('401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@Param('pool') pool: string): Promise<z.infer<typeof report>> {
    return report.parse(await this.exports.report(pool));
  }

  @Get(':format')
  @ApiProduces('application/xml', 'text/plain', 'application/zip')
  @Answers(200)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async file(
    @Param('pool') pool: string,
    @Param('format', { schema: format }) as: ExportFormat,
    @Res() response: Response,
  ) {
    sendFile(response, pool, as, await this.exports.execute(pool, as));
  }
}

/** A file with keys in it: no cache keeps it. */
function sendFile(response: Response, pool: string, as: ExportFormat, bytes: Buffer): void {
  const { extension, mediaType } = exportWords[as];
  response
    .set('cache-control', 'private, no-store')
    .set('content-disposition', `attachment; filename="${pool}.${extension}"`)
    .type(mediaType)
    .send(bytes);
}
