import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { DomainError } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  readFileForm,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { SendPaper } from '../papers/send-paper.js';
import { largestPaper } from '../papers/take-paper.js';
import { ProfessionQueries } from '../professions/profession.queries.js';
import { AnswerQuestion } from './answer-question.js';
import { EnterLicence } from './enter-licence.js';
import { LicenceQueries } from './licence.queries.js';
import { answerSchema, licenceSchema } from './licence.schemas.js';
import { arriving, noticed } from './notices.js';
import { LicenceView } from './views/licence.js';
import { LicencesView } from './views/licences.js';
import { WithdrawLicence } from './withdraw-licence.js';

const id = z.uuid();
const root = '/account/licences';

/** A learner's own licences. */
@PageController('account/licences')
@Allow('learner', 'preceptor', 'examiner', 'admin')
export class LicencesPages {
  constructor(
    private readonly licences: LicenceQueries,
    private readonly professions: ProfessionQueries,
    private readonly entering: EnterLicence,
    private readonly sending: SendPaper,
    private readonly answering: AnswerQuestion,
    private readonly withdrawing: WithdrawLicence,
  ) {}

  @Get()
  list(
    @Page() page: PageContext,
    @CurrentViewer() { personId, name }: Viewer,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.renderList(noticed(page, done), personId, emptyForm({ holderName: name }));
  }

  @Post()
  enter(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: licenceSchema, body },
      act: async (data) => `${root}/${await this.entering.execute(personId, data)}?done=entered`,
      view: (form) => this.renderList(page, personId, form),
    });
  }

  @Get(':id')
  show(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.render(noticed(page, done), licenceId, personId, emptyForm());
  }

  @Post(':id/paper')
  async paper(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const sent = await readFileForm(request, largestPaper).catch((error: unknown) => {
      if (error instanceof DomainError) return error;
      throw error;
    });
    const { status } = await this.licences.own(licenceId, personId);
    return submit({
      ...{ response, schema: z.object({}), body: {} },
      act: async () => {
        if (sent instanceof DomainError) throw sent;
        await this.sending.execute(licenceId, personId, sent.bytes);
        return `${root}/${licenceId}?done=${status === 'asked' ? 'added' : 'sent'}`;
      },
      view: (form) => this.render(page, licenceId, personId, form),
    });
  }

  @Post(':id/answer')
  answer(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: answerSchema, body },
      act: async ({ answer }) => {
        await this.answering.execute(licenceId, personId, answer);
        return `${root}/${licenceId}?done=answered`;
      },
      view: (form) => this.render(page, licenceId, personId, form),
    });
  }

  @Post(':id/withdrawal')
  async withdraw(
    @CurrentViewer() { personId }: Viewer,
    @Param('id', { schema: id }) licenceId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.withdrawing.execute(licenceId, personId);
    return seeOther(response, `${root}?done=withdrawn`);
  }

  private async render(page: PageContext, licenceId: string, personId: string, form: FormState): Promise<JSX.Element> {
    return LicenceView({ page, licence: await this.licences.own(licenceId, personId), form });
  }

  private async renderList(page: PageContext, personId: string, form: FormState): Promise<JSX.Element> {
    const [licences, professions] = await Promise.all([this.licences.of(personId), this.professions.all()]);
    return LicencesView({ page, licences, professions, form });
  }
}
