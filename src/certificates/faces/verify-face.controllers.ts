import { HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../shared/index.js';
import {
  Allow,
  Answers,
  ApiController,
  emptyForm,
  Page,
  PageController,
  type PageContext,
  readFileForm,
  readUpload,
  Refuses,
} from '../../web/index.js';
import { VerifyFormView } from '../views/verify-form.js';
import { CheckedFileView } from '../views/checked-file.js';
import { type FaceReport, faceReportSchema } from './face-report.js';
import { VerifyFace } from './verify-face.js';

/** Bytes of the largest file that is checked. */
const largest = 5_000_000;

/** A file is checked within its request; nobody is told of it, and it is kept nowhere. */
@PageController('verify')
@Allow('anyone')
export class VerifyFacePages {
  constructor(private readonly verifying: VerifyFace) {}

  @Post()
  @HttpCode(200)
  async check(
    @Page() page: PageContext,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    response.setHeader('Cache-Control', 'no-store');
    try {
      const { bytes } = await readFileForm(request, largest);
      return CheckedFileView({ page, report: await this.verifying.execute(bytes, request.ip) });
    } catch (error) {
      if (!(error instanceof DomainError) || !error.fields?.file) throw error;
      response.status(422);
      return VerifyFormView({ page, form: { ...emptyForm(), errors: error.fields, summary: [error.fields.file] } });
    }
  }
}

@ApiController('verify', 'certificates')
@Allow('anyone')
export class VerifyFaceApi {
  constructor(private readonly verifying: VerifyFace) {}

  @Post()
  @HttpCode(200)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(200, faceReportSchema, 'What the file is worth; it is not kept')
  @Refuses(
    '422 file_too_large',
    '422 file_empty',
    '422 face_unreadable',
    '429 too_many_uploads',
    '429 too_many_look_ups',
  )
  async check(@Req() request: Request): Promise<FaceReport> {
    return this.verifying.execute(await readUpload(request, largest), request.ip);
  }
}
