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
} from '../web/index.js';
import { AdminPeopleQueries } from './admin-people.queries.js';
import { GrantRole } from './grant-role.js';
import { noticed, noticeSchema, withNotice } from './notices.js';
import { RevokeRole } from './revoke-role.js';
import { roleSchema } from './roles.js';
import { type PeopleFilter, peopleFilterSchema, reasonSchema } from './users.schemas.js';
import { PeopleView } from './views/people.js';
import { PersonView } from './views/person.js';

const arriving = z.object({ done: noticeSchema });
const grantSchema = z.strictObject({ role: roleSchema, reason: reasonSchema });
const revokeSchema = z.strictObject({ revokedRole: roleSchema, revocation: reasonSchema });
const id = z.uuid();

@PageController('admin/people')
@Allow('admin')
export class AdminPeoplePages {
  constructor(
    private readonly people: AdminPeopleQueries,
    private readonly grantRole: GrantRole,
    private readonly revokeRole: RevokeRole,
  ) {}

  @Get()
  async list(
    @Page() page: PageContext,
    @Query({ schema: peopleFilterSchema }) filter: PeopleFilter,
  ): Promise<JSX.Element> {
    const { items, next } = await this.people.list(filter);
    return PeopleView({ page, filter, people: items, next });
  }

  @Get(':id')
  show(
    @Page() page: PageContext,
    @Param('id', { schema: id }) personId: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.render(noticed(page, done), personId, emptyForm());
  }

  @Post(':id/roles')
  grant(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) personId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: grantSchema,
      body,
      act: async ({ role, reason }) => {
        await this.grantRole.execute({ personId, role, reason, by: viewer.personId });
        return withNotice(`/admin/people/${personId}`, 'role-granted');
      },
      view: (form) => this.render(page, personId, form),
    });
  }

  @Post(':id/roles/revocation')
  revoke(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) personId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      response,
      schema: revokeSchema,
      body,
      act: async ({ revokedRole, revocation }) => {
        const change = { personId, role: revokedRole, reason: revocation, by: viewer.personId };
        await this.revokeRole.execute(change);
        return withNotice(`/admin/people/${personId}`, 'role-revoked');
      },
      view: (form) => this.render(page, personId, form),
    });
  }

  private async render(page: PageContext, personId: string, form: FormState): Promise<JSX.Element> {
    return PersonView({ page, form, person: await this.people.detail(personId) });
  }
}
