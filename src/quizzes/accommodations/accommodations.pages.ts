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
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { accommodationBody } from './accommodation.schema.js';
import { AccommodationQueries } from './accommodation.queries.js';
import { EndAccommodation } from './end-accommodation.js';
import { GrantAccommodation } from './grant-accommodation.js';
import { AccommodationsView } from './views/accommodations.js';

const most = 200;
const address = '/examiners/accommodations';

@PageController('examiners/accommodations')
@Allow('examiner', 'admin')
export class AccommodationPages {
  constructor(
    private readonly accommodations: AccommodationQueries,
    private readonly granting: GrantAccommodation,
    private readonly ending: EndAccommodation,
  ) {}

  @Get()
  list(@Page() page: PageContext): Promise<JSX.Element> {
    return this.view(page, emptyForm({ multiplier: '1', extraMinutes: '0', breakMinutes: '0' }));
  }

  @Post()
  @HttpCode(303)
  grant(
    @Page() page: PageContext,
    @Body() body: unknown,
    @CurrentViewer() { personId }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: accommodationBody,
      body,
      act: async (input) => {
        await this.granting.execute({ ...input, quizId: input.quizId ?? null, by: personId });
        return address;
      },
      view: (form) => this.view(page, form),
    });
  }

  @Post(':id/end')
  @HttpCode(303)
  async end(
    @Param('id') id: string,
    @CurrentViewer() { personId }: Viewer,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.ending.execute(id, personId);
    return seeOther(response, address);
  }

  private async view(page: PageContext, form: FormState): Promise<JSX.Element> {
    const [accommodations, quizzes] = await Promise.all([
      this.accommodations.list(null, most),
      this.accommodations.timedQuizzes(),
    ]);
    return AccommodationsView({ page, form, accommodations, quizzes });
  }
}
