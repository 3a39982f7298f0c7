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
  seeOther,
  submit,
  type Viewer,
} from '../../web/index.js';
import { newManagerSchema } from '../clinics/clinic.schemas.js';
import { ClinicQueries } from '../clinics/clinic.queries.js';
import { arriving, noticed } from '../notices.js';
import { EndManagement } from './end-management.js';
import { InviteManager } from './invite-manager.js';
import { ManagersView } from './views/managers.js';
import { WithdrawManagerInvitation } from './withdraw-manager-invitation.js';

const id = z.uuid();
const nothing = z.strictObject({}).optional();

/** Who manages a clinic. */
@PageController('clinics/:id')
@Allow('signed-in')
export class ManagersPages {
  constructor(
    private readonly clinics: ClinicQueries,
    private readonly inviting: InviteManager,
    private readonly ending: EndManagement,
    private readonly withdrawing: WithdrawManagerInvitation,
  ) {}

  @Get('managers')
  list(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.render(noticed(page, done), viewer, clinicId, emptyForm());
  }

  @Post('managers')
  invite(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const { personId: by, confirmed } = viewer;
    return submit({
      ...{ response, schema: newManagerSchema, body },
      act: async ({ email }) => {
        await this.inviting.execute({ clinicId, by, confirmed, email });
        return `/clinics/${clinicId}/managers?done=asked`;
      },
      view: (form) => this.render(page, viewer, clinicId, form),
    });
  }

  @Post('managers/:person/removal')
  end(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('person', { schema: id }) personId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body },
      act: async () => {
        await this.ending.execute({ clinicId, personId, by: viewer.personId });
        return personId === viewer.personId ? '/clinics?done=left' : `/clinics/${clinicId}/managers?done=removed`;
      },
      view: (form) => this.render(page, viewer, clinicId, form),
    });
  }

  @Post('manager-invitations/:invitation/withdrawal')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('invitation', { schema: id }) invitationId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    await this.withdrawing.execute({ clinicId, invitationId, by: viewer.personId });
    return seeOther(response, `/clinics/${clinicId}/managers?done=withdrawn`);
  }

  private async render(page: PageContext, viewer: Viewer, clinicId: string, form: FormState): Promise<JSX.Element> {
    const clinic = await this.clinics.managed(clinicId, viewer.personId);
    const [managers, waiting] = await Promise.all([
      this.clinics.managers(clinicId),
      this.clinics.waitingManagers(clinicId),
    ]);
    return ManagersView({ page, viewer, clinic, managers, waiting, form });
  }
}
