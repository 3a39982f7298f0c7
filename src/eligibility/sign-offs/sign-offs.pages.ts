import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
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
import { DecideEntry } from './decide-entry.js';
import { decisionBody, decisionOf } from './decision.bodies.js';
import { MakeCode } from './make-code.js';
import { CodeView } from './views/code.js';
import { DeskView } from './views/desk.js';
import { WaitingQueries } from './waiting.queries.js';

const id = z.uuid();
const arriving = z.object({ done: z.enum(['signed', 'refused']).optional().catch(undefined) });
const lately = 20;
const notices = { signed: 'Signed. The entry is sealed.', refused: 'Not signed. The learner was told why.' };

/** What waits for a preceptor. It works without network too: see src/web/browser/sign-offs.ts. */
@PageController('preceptor')
@Allow('preceptor')
export class SignOffsPages {
  constructor(
    private readonly queries: WaitingQueries,
    private readonly deciding: DecideEntry,
    private readonly codes: MakeCode,
  ) {}

  @Get()
  desk(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.view(done ? { ...page, notice: notices[done] } : page, personId, emptyForm());
  }

  @Post('entries/:id')
  decide(
    @Page() page: PageContext,
    @Param('id', { schema: id }) entryId: string,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: decisionBody, body },
      act: async (input) => {
        const decided = await this.deciding.execute({ ...decisionOf(input), entryId, preceptorId: personId });
        return `/preceptor?done=${decided.decision}`;
      },
      view: (form) => this.view(page, personId, form, entryId),
    });
  }

  @Post('entries/:id/code')
  async code(
    @Page() page: PageContext,
    @Param('id', { schema: id }) entryId: string,
    @CurrentViewer() { personId }: Viewer,
  ): Promise<JSX.Element> {
    const { code } = await this.codes.show(entryId, personId);
    return CodeView({ page, code });
  }

  private async view(page: PageContext, personId: string, form: FormState, failed?: string): Promise<JSX.Element> {
    const [waiting, decided] = await Promise.all([
      this.queries.for(personId),
      this.queries.decidedBy(personId, lately),
    ]);
    return DeskView({ page, waiting, decided, form, failed });
  }
}
