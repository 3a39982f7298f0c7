import { Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, readUpload, Refuses, type Viewer } from '../../../web/index.js';
import { CommitImport } from './commit-import.js';
import { ImportQueries } from './import.queries.js';
import { importSchema, largestImport, topicSchema } from './import.schemas.js';
import { StageImport } from './stage-import.js';

const id = z.uuid();

@ApiController('bank/:pool/imports', 'bank')
@Allow('author', 'admin')
export class ImportsApi {
  constructor(
    private readonly staging: StageImport,
    private readonly committing: CommitImport,
    private readonly imports: ImportQueries,
  ) {}

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'X-File-Name', required: false, description: 'URI-encoded' })
  @Answers(201, importSchema, 'What would become of each question; nothing is imported yet')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '403 foreign_origin', '404 not_found')
  @Refuses('422 file_too_large', '422 file_empty', '422 import_refused')
  async stage(
    @Param('pool') pool: string,
    @Query({ schema: topicSchema }) { topic }: z.infer<typeof topicSchema>,
    @Headers('x-file-name') name: string | undefined,
    @Req() request: Request,
    @CurrentViewer() { personId: by }: Viewer,
  ): Promise<z.input<typeof importSchema>> {
    const bytes = await readUpload(request, largestImport);
    const staged = await this.staging.execute({ pool, fileName: decoded(name), topic, bytes, by });
    return this.show(pool, staged.id);
  }

  @Get(':id')
  @Answers(200, importSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async show(@Param('pool') pool: string, @Param('id', { schema: id }) importId: string) {
    return importSchema.parse(await this.imports.find(pool, importId));
  }

  @Post(':id/commit')
  @HttpCode(200)
  @Answers(200, importSchema, 'The questions are drafts in the pool')
  @Refuses(
    '400 malformed',
    '401 unauthenticated',
    '403 forbidden',
    '403 foreign_origin',
    '404 not_found',
    '410 import_expired',
  )
  async commit(
    @Param('pool') pool: string,
    @Param('id', { schema: id }) importId: string,
    @CurrentViewer() { personId: by }: Viewer,
  ): Promise<z.input<typeof importSchema>> {
    await this.committing.execute({ pool, id: importId, by });
    return this.show(pool, importId);
  }
}

function decoded(name: string | undefined): string | undefined {
  try {
    return name && decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
