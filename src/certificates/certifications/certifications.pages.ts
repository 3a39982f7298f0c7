import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { evaluationSchema, GiveEvaluation } from '../applications/give-evaluation.js';
import { SubmitApplication } from '../applications/submit-application.js';
import { WithdrawApplication } from '../applications/withdraw-application.js';
import { applicationSchema } from './application.schema.js';
import { SlugPipe } from '../../courses/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  OptionalViewer,
  Page,
  PageController,
  type PageContext,
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { CertificationPageQueries } from './certification-page.queries.js';
import { CertificationQueries } from './certification.queries.js';
import { CertificationView } from './views/certification.js';
import { CertificationsView } from './views/certifications.js';
import { EvaluationView } from './views/evaluation.js';

/** What one can be certified for, what it asks, and how far one is. */
@PageController('certifications')
@Allow('anyone')
export class CertificationPages {
  constructor(
    private readonly certifications: CertificationQueries,
    private readonly shown: CertificationPageQueries,
    private readonly submitting: SubmitApplication,
    private readonly withdrawing: WithdrawApplication,
    private readonly evaluating: GiveEvaluation,
  ) {}

  @Get()
  async list(@Page() page: PageContext): Promise<JSX.Element> {
    return CertificationsView({ page, certifications: await this.certifications.all() });
  }

  @Get(':slug')
  show(
    @Page() page: PageContext,
    @OptionalViewer() viewer: Viewer | null,
    @Param('slug', SlugPipe) slug: string,
  ): Promise<JSX.Element> {
    return this.view(page, viewer, slug, emptyForm());
  }

  @Post(':slug/application')
  @Allow('signed-in')
  @HttpCode(303)
  apply(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('slug', SlugPipe) slug: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: applicationSchema,
      body,
      act: async () => {
        await this.submitting.execute({ personId: viewer.personId, slug });
        return `/certifications/${slug}`;
      },
      view: (form) => this.view(page, viewer, slug, form),
    });
  }

  @Post(':slug/withdrawal')
  @Allow('signed-in')
  @HttpCode(303)
  async withdraw(
    @CurrentViewer() { personId }: Viewer,
    @Param('slug', SlugPipe) slug: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    await this.withdrawing.execute({ personId, slug });
    return seeOther(response, `/certifications/${slug}`);
  }

  @Get(':slug/evaluation')
  @Allow('signed-in')
  async evaluation(@Page() page: PageContext, @Param('slug', SlugPipe) slug: string): Promise<JSX.Element> {
    const { certification } = await this.shown.of(slug, null);
    return EvaluationView({ page, certification, form: emptyForm() });
  }

  @Post(':slug/evaluation')
  @Allow('signed-in')
  @HttpCode(303)
  evaluate(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('slug', SlugPipe) slug: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: evaluationSchema,
      body,
      act: async (answers) => {
        await this.evaluating.execute(personId, slug, answers);
        return `/certifications/${slug}`;
      },
      view: async (form) => EvaluationView({ page, ...(await this.shown.of(slug, null)), form }),
    });
  }

  private async view(page: PageContext, viewer: Viewer | null, slug: string, form: FormState): Promise<JSX.Element> {
    return CertificationView({ page, form, ...(await this.shown.of(slug, viewer?.personId ?? null)) });
  }
}
