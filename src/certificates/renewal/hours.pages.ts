import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
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
import { DecideHours } from './decide-hours.js';
import { HoursQueries } from './hours.queries.js';
import { hoursDecisionSchema, hoursReportSchema } from './hours.schemas.js';
import { ReportHours } from './report-hours.js';
import { HoursDeskView } from './views/hours-desk.js';
import { PlannerView } from './views/planner.js';

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

  @Post()
  @HttpCode(303)
  report(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: hoursReportSchema,
      body,
      act: async (report) => {
        await this.reporting.execute(personId, report);
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
