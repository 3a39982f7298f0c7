import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { CertificateQueries } from '../certificate.queries.js';
import { noCertificate } from '../certificates.errors.js';
import { NumberPipe } from '../number/number.pipe.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { HistoryQueries } from './history.queries.js';
import { correctionSchema, suspensionSchema } from './lifecycle.schemas.js';
import { ReinstateCertificate } from './reinstate-certificate.js';
import { ReissueCertificate } from './reissue-certificate.js';
import { SuspendCertificate } from './suspend-certificate.js';
import { LifecycleView } from './views/lifecycle.js';

type Suspending = z.infer<typeof suspensionSchema>;

/** One certificate on the desk: what happened to it, and what can be done with it. */
@PageController('admin/certificates')
@Allow('admin')
export class LifecyclePages {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly history: HistoryQueries,
    private readonly suspending: SuspendCertificate,
    private readonly reinstating: ReinstateCertificate,
    private readonly reissuing: ReissueCertificate,
  ) {}

  @Get(':number')
  show(@Page() page: PageContext, @Param('number', NumberPipe) number: string): Promise<JSX.Element> {
    return this.view(page, number, emptyForm());
  }

  @Post(':number/suspension')
  @HttpCode(303)
  suspend(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const act = (input: Suspending) => this.suspending.execute({ number, ...input, by });
    return this.submitted(page, number, body, response, suspensionSchema, act);
  }

  @Post(':number/reinstatement')
  @HttpCode(303)
  reinstate(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const act = (input: Suspending) => this.reinstating.execute({ number, ...input, by });
    return this.submitted(page, number, body, response, suspensionSchema, act);
  }

  @Post(':number/correction')
  @HttpCode(303)
  correct(
    @Page() page: PageContext,
    @CurrentViewer() { personId: by }: Viewer,
    @Param('number', NumberPipe) number: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const act = ({ reason, ...correction }: z.infer<typeof correctionSchema>) =>
      this.reissuing.execute({ number, correction, reason, by });
    return this.submitted(page, number, body, response, correctionSchema, act);
  }

  private submitted<Schema extends z.ZodType>(
    page: PageContext,
    number: string,
    body: unknown,
    response: Response,
    schema: Schema,
    act: (input: z.output<Schema>) => Promise<unknown>,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema,
      body,
      act: async (input) => {
        await act(input);
        return `/admin/certificates/${number}`;
      },
      view: (form) => this.view(page, number, form),
    });
  }

  private async view(page: PageContext, number: string, form: FormState): Promise<JSX.Element> {
    const certificate = await this.certificates.byNumber(number);
    if (!certificate) throw noCertificate();
    return LifecycleView({ page, form, certificate, history: await this.history.of(certificate.id) });
  }
}
