import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { AssignLearner } from './assign-learner.js';
import { EndAssignment } from './end-assignment.js';
import { EndAuthority } from './end-authority.js';
import { GrantAuthority } from './grant-authority.js';
import { PreceptorQueries } from './preceptor.queries.js';
import { assignmentBody, authorityBody, endAssignmentBody, endBody } from './preceptor.schemas.js';

const most = 500;
const id = z.uuid();
const made = z.object({ id });
const person = z.object({ name: z.string(), email: z.string() });
const ended = z.object({ by: z.string(), at: z.string(), reason: z.string() });
const lists = z.object({
  authorities: z.array(
    z.object({
      id,
      preceptor: person.extend({ id }),
      procedures: z.array(z.string()),
      fromOn: z.iso.date(),
      untilOn: z.iso.date(),
      licenceUntil: z.iso.date(),
      reason: z.string(),
      grantedBy: z.string(),
      grantedAt: z.iso.datetime(),
      ended: ended.extend({ kind: z.enum(['ended', 'revoked']) }).nullable(),
    }),
  ),
  assignments: z.array(
    z.object({
      id,
      preceptor: person,
      learner: person,
      reason: z.string(),
      assignedBy: z.string(),
      assignedAt: z.iso.datetime(),
      ended: ended.nullable(),
    }),
  ),
});

@ApiController('admin/preceptors', 'admin')
@Allow('admin')
export class PreceptorsApi {
  constructor(
    private readonly queries: PreceptorQueries,
    private readonly granting: GrantAuthority,
    private readonly ending: EndAuthority,
    private readonly assigning: AssignLearner,
    private readonly endingAssignment: EndAssignment,
  ) {}

  @Get()
  @Answers(200, lists, 'Newest first')
  @Refuses('401 unauthenticated', '403 forbidden')
  async list() {
    const [authorities, assignments] = await Promise.all([
      this.queries.authorities(most),
      this.queries.assignments(most),
    ]);
    return { authorities, assignments };
  }

  @Post('authorities')
  @Answers(201, made)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '422 no_such_preceptor', '422 no_such_procedure')
  @Refuses('422 not_own_authority')
  grant(@Body({ schema: authorityBody }) body: z.infer<typeof authorityBody>, @CurrentViewer() viewer: Viewer) {
    return this.granting.execute({ ...body, by: viewer.personId });
  }

  @Post('authorities/:id/end')
  @HttpCode(204)
  @Answers(204, undefined, 'Ended; the first end stands')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async end(
    @Param('id', { schema: id }) authorityId: string,
    @Body({ schema: endBody }) { kind, endReason }: z.infer<typeof endBody>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.ending.execute({ authorityId, kind, reason: endReason, by: viewer.personId });
  }

  @Post('assignments')
  @Answers(201, made)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '422 no_such_preceptor', '422 no_such_learner')
  @Refuses('422 already_assigned')
  assign(
    @Body({ schema: assignmentBody }) { email, learner, assignReason }: z.infer<typeof assignmentBody>,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.assigning.execute({ email, learner, reason: assignReason, by: viewer.personId });
  }

  @Post('assignments/:id/end')
  @HttpCode(204)
  @Answers(204, undefined, 'Ended; the first end stands')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  async endAssignment(
    @Param('id', { schema: id }) assignmentId: string,
    @Body({ schema: endAssignmentBody }) { endReason }: z.infer<typeof endAssignmentBody>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.endingAssignment.execute({ assignmentId, reason: endReason, by: viewer.personId });
  }
}
