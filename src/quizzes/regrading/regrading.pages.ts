import { Body, Get, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Database } from '../../database/index.js';
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
import { CommitRegrade } from './commit-regrade.js';
import { newRegrade, ProposeRegrade } from './propose-regrade.js';
import { ReadRegrade } from './read-regrade.js';
import { regradeList } from './regrade.queries.js';
import { commitBody } from './regrading.schemas.js';
import { RegradeView } from './views/regrade.js';
import { RegradesView } from './views/regrades.js';

const root = '/examiners/regrades';

/** Regrades: proposed, looked at, committed by a second person. */
@PageController('examiners/regrades')
@Allow('examiner', 'admin')
export class RegradingPages {
  constructor(
    private readonly db: Database,
    private readonly proposing: ProposeRegrade,
    private readonly reading: ReadRegrade,
    private readonly committing: CommitRegrade,
  ) {}

  @Get()
  list(@Page() page: PageContext): Promise<JSX.Element> {
    return this.listView(page, emptyForm({ policy: 'rescore' }));
  }

  @Post()
  propose(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: newRegrade, body },
      act: async (regrade) => `${root}/${(await this.proposing.execute(regrade, personId)).id}`,
      view: (form) => this.listView(page, form),
    });
  }

  @Get(':id')
  async show(@Page() page: PageContext, @Param('id') id: string): Promise<JSX.Element> {
    return RegradeView({ page, outcome: await this.reading.execute(id), form: emptyForm() });
  }

  @Post(':id')
  commit(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit<typeof commitBody>({
      ...{ response, schema: commitBody, body },
      act: async ({ digest }: z.output<typeof commitBody>) => {
        await this.committing.execute(id, digest, personId);
        return `${root}/${id}`;
      },
      view: async (form) => RegradeView({ page, outcome: await this.reading.execute(id), form }),
    });
  }

  private async listView(page: PageContext, form: FormState): Promise<JSX.Element> {
    return RegradesView({ page, regrades: await regradeList(this.db), form });
  }
}
