import { Body, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, readUpload, Refuses, type Viewer } from '../../web/index.js';
import { SendPaper } from '../papers/send-paper.js';
import { largestPaper } from '../papers/take-paper.js';
import { AnswerQuestion } from './answer-question.js';
import { EnterLicence } from './enter-licence.js';
import { toLicenceJson, toStoryJson } from './licence-json.js';
import { LicenceQueries } from './licence.queries.js';
import { answerSchema, licenceJson, licenceSchema, licenceStoryJson } from './licence.schemas.js';
import { WithdrawLicence } from './withdraw-licence.js';

const id = z.uuid();
const entered = z.object({ id: z.uuid() });

/** One's own licences. An active NPI does not prove licensure: the licence itself is checked. */
@ApiController('licences')
@Allow('learner', 'preceptor', 'examiner', 'admin')
export class LicencesApi {
  constructor(
    private readonly licences: LicenceQueries,
    private readonly entering: EnterLicence,
    private readonly sending: SendPaper,
    private readonly answering: AnswerQuestion,
    private readonly withdrawing: WithdrawLicence,
  ) {}

  @Get()
  @Answers(200, z.array(licenceJson), 'The newest first')
  async list(@CurrentViewer() { personId }: Viewer): Promise<z.infer<typeof licenceJson>[]> {
    return (await this.licences.of(personId)).map(toLicenceJson);
  }

  @Post()
  @Answers(201, entered, 'Send its paper next')
  @Refuses('400 malformed', '422 profession_unknown', '422 licence_expired', '422 already_entered')
  @Refuses('409 too_many_licences')
  async enter(
    @CurrentViewer() { personId }: Viewer,
    @Body({ schema: licenceSchema }) data: z.output<typeof licenceSchema>,
  ): Promise<z.infer<typeof entered>> {
    return { id: await this.entering.execute(personId, data) };
  }

  @Get(':id')
  @Answers(200, licenceStoryJson)
  @Refuses('404 not_found')
  async show(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
  ): Promise<z.infer<typeof licenceStoryJson>> {
    return toStoryJson(await this.licences.own(licenceId, personId));
  }

  @Post(':id/papers')
  @HttpCode(204)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(204, undefined, 'The first paper sends the licence to the reviewers')
  @Refuses(
    '404 not_found',
    '409 not_now',
    '409 too_many_papers',
    '422 file_too_large',
    '422 file_empty',
    '422 paper_too_large',
  )
  @Refuses('422 paper_type_refused', '422 paper_broken', '422 pdf_broken', '422 pdf_locked', '422 pdf_active')
  @Refuses('422 pdf_too_long')
  async paper(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
    @Req() request: Request,
  ): Promise<void> {
    await this.sending.execute(licenceId, personId, await readUpload(request, largestPaper));
  }

  @Post(':id/answer')
  @HttpCode(204)
  @Answers(204, undefined, 'It waits for a decision again')
  @Refuses('400 malformed', '404 not_found', '409 not_now')
  answer(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
    @Body({ schema: answerSchema }) { answer }: z.infer<typeof answerSchema>,
  ): Promise<void> {
    return this.answering.execute(licenceId, personId, answer);
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers(204, undefined, 'Withdrawn: the record stays, the papers go')
  @Refuses('404 not_found', '409 not_now')
  withdraw(@CurrentViewer() { personId }: Viewer, @Param('id', { schema: id }) licenceId: string): Promise<void> {
    return this.withdrawing.execute(licenceId, personId);
  }
}
