import { Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { largestPaper } from '../../eligibility/index.js';
import {
  Allow,
  Answers,
  ApiController,
  CurrentViewer,
  PageController,
  readUpload,
  Refuses,
  seeOther,
  type Viewer,
} from '../../web/index.js';
import { LinkHoursPaper } from './link-hours-paper.js';
import { OpenHoursPaper } from './open-hours-paper.js';
import { SendHoursPaper } from './send-hours-paper.js';

const hoursId = z.uuid();
const named = z.object({ token: z.string().max(64) });

/** The desk asks for a paper, and gets a link that is over in minutes. */
@PageController()
@Allow('examiner', 'admin')
export class HoursPapersPages {
  constructor(
    private readonly linking: LinkHoursPaper,
    private readonly opening: OpenHoursPaper,
  ) {}

  @Post('examiners/hours/:id/paper')
  @HttpCode(303)
  async link(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: hoursId }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return seeOther(response, (await this.linking.execute(id, personId)).path);
  }

  @Get('hours-papers/:token')
  async show(
    @Param({ schema: named }) { token }: z.infer<typeof named>,
    @CurrentViewer() { personId }: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { mediaType, bytes } = await this.opening.execute(token, personId);
    response
      .set('cache-control', 'no-store')
      // Opened by itself it runs nothing and fetches nothing.
      .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .set('content-disposition', 'inline; filename="paper"')
      .type(mediaType)
      .send(bytes);
  }
}

@ApiController('certification-hours', 'certifications')
@Allow('signed-in')
export class HoursPapersApi {
  constructor(private readonly sending: SendHoursPaper) {}

  @Post(':id/paper')
  @HttpCode(204)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(204, undefined, 'One paper for each report, a picture or a PDF')
  @Refuses('401 unauthenticated', '404 not_found', '409 already_decided', '409 paper_sent')
  @Refuses('422 file_too_large', '422 file_empty', '422 paper_too_large', '422 paper_type_refused', '422 paper_broken')
  @Refuses('422 pdf_broken', '422 pdf_locked', '422 pdf_active', '422 pdf_too_long')
  async send(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: hoursId }) id: string,
    @Req() request: Request,
  ): Promise<void> {
    await this.sending.execute(id, personId, await readUpload(request, largestPaper));
  }
}

@ApiController('examiners/hours', 'certifications')
@Allow('examiner', 'admin')
export class HoursPapersDeskApi {
  constructor(private readonly linking: LinkHoursPaper) {}

  @Post(':id/paper')
  @Answers(201, z.object({ path: z.string() }), 'Where the paper opens, for a few minutes and for you alone')
  @Refuses('401 unauthenticated', '403 own_hours', '404 not_found')
  link(@CurrentViewer() { personId }: Viewer, @Param('id', { schema: hoursId }) id: string): Promise<{ path: string }> {
    return this.linking.execute(id, personId);
  }
}
