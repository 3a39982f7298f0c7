import { Body, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { largestPaper } from '../../eligibility/index.js';
import { DomainError } from '../../shared/index.js';
import {
  Allow,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  readTypedForm,
  submit,
  type Viewer,
} from '../../web/index.js';
import { DecideHours } from './decide-hours.js';
import { HoursQueries } from './hours.queries.js';
import { hoursDecisionSchema, hoursReportSchema } from './hours.schemas.js';
import { ReportHours } from './report-hours.js';
import { HoursDeskView } from './views/hours-desk.js';
import { PlannerView } from './views/planner.js';

/** Bytes of the other fields of a form. */
const besides = 20_000;

/** What one has to do until a certification is renewed. */
@PageController('certification-hours')
@Allow('signed-in')
export class PlannerPages {
  constructor(
    private readonly hours: HoursQueries,
    private readonly reporting: ReportHours,
  ) {}

  @Get()
  show(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    return this.view(page, personId, emptyForm());
  }

  /** The paper may come along; when something is wrong with it, nothing is reported yet. */
  @Post()
  @HttpCode(303)
  async report(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const sent = await readTypedForm(request, largestPaper + besides).catch((error: unknown) => {
      if (error instanceof DomainError && error.fields.file) return error;
      throw error;
    });
    if (sent instanceof DomainError) {
      response.status(422);
      return this.view(page, personId, { ...emptyForm(), errors: sent.fields, summary: [sent.message] });
    }
    const { typed, files } = sent;
    return submit({
      ...{ response, schema: hoursReportSchema, body: typed },
      act: async (report) => {
        await this.reporting.execute(personId, report, files.get('file'));
        return '/certification-hours';
      },
      view: (form) => this.view(page, personId, form),
    });
  }

  private async view(page: PageContext, personId: string, form: FormState): Promise<JSX.Element> {
    const [entries, renewable, categories] = await Promise.all([
      this.hours.ofPerson(personId),
      this.hours.renewable(personId),
      this.hours.categories(),
    ]);
    return PlannerView({ page, form, entries, renewable, categories });
  }
}

/** Reported hours, for who decides on them. */
@PageController('examiners/hours')
@Allow('examiner', 'admin')
export class HoursDeskPages {
  constructor(
    private readonly hours: HoursQueries,
    private readonly deciding: DecideHours,
  ) {}

  @Get()
  queue(@Page() page: PageContext, @CurrentViewer() { personId }: Viewer): Promise<JSX.Element> {
    return this.view(page, personId, emptyForm());
  }

  @Post(':id')
  @HttpCode(303)
  decide(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: hoursDecisionSchema,
      body,
      act: async (decision) => {
        await this.deciding.execute({ id, ...decision, by: personId });
        return '/examiners/hours';
      },
      view: (form) => this.view(page, personId, form),
    });
  }

  private async view(page: PageContext, personId: string, form: FormState): Promise<JSX.Element> {
    return HoursDeskView({ page, form, reported: await this.hours.reported(personId) });
  }
}
