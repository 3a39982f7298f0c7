import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../web/index.js';
import { AdminPeopleQueries } from './admin-people.queries.js';
import { GrantRole } from './grant-role.js';
import { RevokeRole } from './revoke-role.js';
import { roleSchema } from './roles.js';
import { type PeopleFilter, peopleFilterSchema, reasonSchema } from './users.schemas.js';

const rowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  confirmed: z.boolean(),
  createdAt: z.iso.datetime(),
  roles: z.array(roleSchema),
});
const detailSchema = rowSchema.extend({
  openSessions: z.int(),
  roleChanges: z.array(
    z.object({
      role: roleSchema,
      change: z.enum(['granted', 'revoked']),
      by: z.string().nullable().describe('Name; null: the operator'),
      reason: z.string(),
      at: z.iso.datetime(),
    }),
  ),
});
const grantSchema = z.strictObject({ role: roleSchema, reason: reasonSchema });
const revokeSchema = z.strictObject({ reason: reasonSchema });
const id = z.uuid();

@ApiController('admin/people', 'admin')
@Allow('admin')
export class AdminPeopleApi {
  constructor(
    private readonly people: AdminPeopleQueries,
    private readonly grantRole: GrantRole,
    private readonly revokeRole: RevokeRole,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(rowSchema), next: z.uuid().nullable() }), 'Newest first')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden')
  list(@Query({ schema: peopleFilterSchema }) filter: PeopleFilter) {
    return this.people.list(filter);
  }

  @Get(':id')
  @Answers(200, detailSchema)
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '404 not_found')
  show(@Param('id', { schema: id }) personId: string) {
    return this.people.detail(personId);
  }

  @Post(':id/roles')
  @HttpCode(204)
  @Answers(204, undefined, 'The person has the role and signs in again')
  @Refuses('400 malformed', '401 unauthenticated', '403 forbidden', '403 foreign_origin', '404 not_found')
  async grant(
    @Param('id', { schema: id }) personId: string,
    @Body({ schema: grantSchema }) change: z.infer<typeof grantSchema>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.grantRole.execute({ personId, ...change, by: viewer.personId });
  }

  @Post(':id/roles/:role/revocation')
  @HttpCode(204)
  @Answers(204, undefined, 'The person has the role no more and signs in again')
  @Refuses(
    '400 malformed',
    '401 unauthenticated',
    '403 forbidden',
    '403 foreign_origin',
    '404 not_found',
    '409 last_admin',
  )
  async revoke(
    @Param('id', { schema: id }) personId: string,
    @Param('role', { schema: roleSchema }) role: z.infer<typeof roleSchema>,
    @Body({ schema: revokeSchema }) { reason }: z.infer<typeof revokeSchema>,
    @CurrentViewer() viewer: Viewer,
  ): Promise<void> {
    await this.revokeRole.execute({ personId, role, reason, by: viewer.personId });
  }
}
