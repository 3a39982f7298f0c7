import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  askedFilter,
  CurrentViewer,
  emptyForm,
  emptyIsUnset,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { noSuchAttempt } from '../quizzes.errors.js';
import { AttemptDeskQueries } from './attempt-desk.queries.js';
import { proctorForm } from './proctor.schema.js';
import { ProctorAttempt } from './proctor-attempt.js';
import { AttemptDesk } from './views/attempt.js';
import { AttemptsDesk } from './views/attempts.js';

const filter = z.object({
  q: emptyIsUnset(z.string().max(200)),
  status: emptyIsUnset(z.enum(['live', 'finished', 'waiting', 'void'])),
  after: emptyIsUnset(z.uuid()),
});
const perPage = 50;

/** The desk of proctors and examiners over all attempts. */
@PageController('examiners/attempts')
@Allow('examiner', 'admin')
export class ProctoringPages {
  constructor(
    private readonly desk: AttemptDeskQueries,
    private readonly proctoring: ProctorAttempt,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query() asked: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { query, form } = askedFilter(filter, asked, response);
    const found = await this.desk.list(query, perPage + 1);
    const next = found.length > perPage ? found[perPage - 1]!.id : undefined;
    return AttemptsDesk({ page, form, filter: query, attempts: found.slice(0, perPage), next });
  }

  @Get(':id')
  show(@Page() page: PageContext, @Param('id') id: string): Promise<JSX.Element> {
    return this.view(page, id, emptyForm());
  }

  @Post(':id')
  @HttpCode(303)
  act(
    @Page() page: PageContext,
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentViewer() { personId }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: proctorForm,
      body,
      act: async (act) => {
        await this.proctoring.execute({ ...act, attemptId: id, by: personId });
        return `/examiners/attempts/${id}`;
      },
      view: (form) => this.view(page, id, form),
    });
  }

  private async view(page: PageContext, id: string, form: FormState): Promise<JSX.Element> {
    const attempt = await this.desk.find(id);
    if (!attempt) throw noSuchAttempt();
    const [acts, events] = await Promise.all([this.desk.acts(id), this.desk.events(id)]);
    return AttemptDesk({ page, form, attempt, acts, events });
  }
}
