import { Body, Get, Param, Post, Res } from '@nestjs/common';
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
import { Procedures } from '../procedures/procedures.js';
import { AssignLearner } from './assign-learner.js';
import { EndAssignment } from './end-assignment.js';
import { EndAuthority } from './end-authority.js';
import { GrantAuthority } from './grant-authority.js';
import { PreceptorQueries } from './preceptor.queries.js';
import { assignmentBody, authorityBody, endAssignmentBody, endBody } from './preceptor.schemas.js';
import { PreceptorsView } from './views/preceptors.js';

const id = z.uuid();
const address = '/admin/preceptors';
const most = 200;

/** Who may sign what, and whose. */
@PageController('admin/preceptors')
@Allow('admin')
export class PreceptorsPages {
  constructor(
    private readonly queries: PreceptorQueries,
    private readonly procedures: Procedures,
    private readonly granting: GrantAuthority,
    private readonly ending: EndAuthority,
    private readonly assigning: AssignLearner,
    private readonly endingAssignment: EndAssignment,
  ) {}

  @Get()
  list(@Page() page: PageContext): Promise<JSX.Element> {
    return this.view(page, emptyForm(), 'none');
  }

  @Post('authorities')
  grant(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: authorityBody, body },
      act: async (input) => {
        await this.granting.execute({ ...input, by: personId });
        return address;
      },
      view: (form) => this.view(page, form, 'authority'),
    });
  }

  @Post('authorities/:id/end')
  end(
    @Page() page: PageContext,
    @Param('id', { schema: id }) authorityId: string,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: endBody, body },
      act: async ({ kind, endReason }) => {
        await this.ending.execute({ authorityId, kind, reason: endReason, by: personId });
        return address;
      },
      view: (form) => this.view(page, form, authorityId),
    });
  }

  @Post('assignments')
  assign(
    @Page() page: PageContext,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: assignmentBody, body },
      act: async ({ email, learner, assignReason }) => {
        await this.assigning.execute({ email, learner, reason: assignReason, by: personId });
        return address;
      },
      view: (form) => this.view(page, form, 'assignment'),
    });
  }

  @Post('assignments/:id/end')
  endAssignment(
    @Page() page: PageContext,
    @Param('id', { schema: id }) assignmentId: string,
    @CurrentViewer() { personId }: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: endAssignmentBody, body },
      act: async ({ endReason }) => {
        await this.endingAssignment.execute({ assignmentId, reason: endReason, by: personId });
        return address;
      },
      view: (form) => this.view(page, form, assignmentId),
    });
  }

  /** @param sent which of the page's forms came back */
  private async view(page: PageContext, form: FormState, sent: string): Promise<JSX.Element> {
    const [authorities, assignments, procedures] = await Promise.all([
      this.queries.authorities(most),
      this.queries.assignments(most),
      this.procedures.all(),
    ]);
    return PreceptorsView({ page, form, sent, authorities, assignments, procedures });
  }
}
