import { Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { notFound } from '../../shared/index.js';
import { Allow, Answers, ApiController, CurrentViewer, readUpload, Refuses, type Viewer } from '../../web/index.js';
import { FileQueries } from './file.queries.js';
import { UploadFile } from './upload-file.js';

const uploaded = z.object({ id: z.uuid().describe('Name it in the response: { files: [id] }'), name: z.string() });
const asked = z.object({ question: z.string() });
const largest = 10_000_000;

@ApiController('attempts/:id/files', 'attempts')
@Allow('signed-in')
export class FilesApi {
  constructor(
    private readonly uploading: UploadFile,
    private readonly files: FileQueries,
  ) {}

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({ name: 'X-File-Name', required: false, description: 'URI-encoded' })
  @Answers(201, uploaded)
  @Refuses('401 unauthenticated', '403 foreign_origin', '404 not_found', '409 attempt_finished', '409 deadline_passed')
  @Refuses('409 attempt_paused')
  @Refuses('422 file_too_large', '422 file_empty', '422 file_type_refused', '422 file_broken', '422 too_many_files')
  async upload(
    @Param('id') attemptId: string,
    @Query({ schema: asked }) { question: questionId }: z.infer<typeof asked>,
    @Headers('x-file-name') name: string | undefined,
    @Req() request: Request,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<z.infer<typeof uploaded>> {
    const bytes = await readUpload(request, largest);
    return this.uploading.execute({ personId, attemptId, questionId, name: decoded(name), bytes });
  }

  @Get(':file')
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  @Answers(200, undefined, 'The file as it was handed in; a picture without its metadata')
  @Refuses('401 unauthenticated', '404 not_found')
  async show(
    @Param('id') attemptId: string,
    @Param('file') id: string,
    @CurrentViewer() { personId, roles }: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const isExaminer = roles.includes('examiner') || roles.includes('admin');
    const file = await this.files.find(attemptId, id, isExaminer ? null : personId);
    if (!file) throw notFound('file');
    response
      .set('cache-control', 'private, no-store')
      .set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .set('content-security-policy', "default-src 'none'; sandbox")
      .type(file.mediaType)
      .send(file.bytes);
  }
}

function decoded(name: string | undefined): string | undefined {
  try {
    return name && decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
