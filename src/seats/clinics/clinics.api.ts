import { Body, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ClinicSeatQueries } from '../assigning/clinic-seat.queries.js';
import { EndManagement } from '../managers/end-management.js';
import { InviteManager } from '../managers/invite-manager.js';
import { WithdrawManagerInvitation } from '../managers/withdraw-manager-invitation.js';
import { clinicDetailSchema, clinicSchema, newClinicSchema, newManagerSchema } from './clinic.schemas.js';
import { ClinicQueries } from './clinic.queries.js';
import { FoundClinic } from './found-clinic.js';

const id = z.uuid();

@ApiController('clinics')
@Allow('signed-in')
export class ClinicsApi {
  constructor(
    private readonly clinics: ClinicQueries,
    private readonly seats: ClinicSeatQueries,
    private readonly found: FoundClinic,
    private readonly invite: InviteManager,
    private readonly end: EndManagement,
    private readonly withdrawing: WithdrawManagerInvitation,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(clinicSchema.extend({ bought: z.int(), free: z.int() })) }), 'I manage')
  @Refuses('401 unauthenticated')
  async list(@CurrentViewer() viewer: Viewer) {
    return { items: await this.clinics.managedBy(viewer.personId) };
  }

  @Post()
  @Answers(201, clinicSchema, 'You manage it')
  @Refuses('400 malformed', '401 unauthenticated', '429 too_many_clinics')
  add(
    @CurrentViewer() viewer: Viewer,
    @Body({ schema: newClinicSchema }) { name }: z.infer<typeof newClinicSchema>,
  ): Promise<z.infer<typeof clinicSchema>> {
    return this.found.execute({ name, by: viewer.personId });
  }

  @Get(':id')
  @Answers(200, clinicDetailSchema)
  @Refuses('401 unauthenticated', '404 not_found')
  async show(@CurrentViewer() viewer: Viewer, @Param('id', { schema: id }) clinicId: string) {
    const clinic = await this.clinics.managed(clinicId, viewer.personId);
    const [seats, managers, invited] = await Promise.all([
      this.seats.counts(clinicId),
      this.clinics.managers(clinicId),
      this.clinics.waitingManagers(clinicId),
    ]);
    return { ...clinic, seats, managers, invited };
  }

  @Post(':id/managers')
  @HttpCode(202)
  @Answers(202, undefined, 'They are asked by mail')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found', '422 already_manages', '422 invited_before')
  @Refuses('422 unconfirmed', '429 too_many_mails')
  async inviteManager(
    @CurrentViewer() { personId: by, confirmed }: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Body({ schema: newManagerSchema }) { email }: z.infer<typeof newManagerSchema>,
  ): Promise<void> {
    await this.invite.execute({ clinicId, by, confirmed, email });
  }

  @Delete(':id/managers/:person')
  @HttpCode(204)
  @Answers(204, undefined, 'Left or removed')
  @Refuses('401 unauthenticated', '404 not_found', '409 last_manager')
  async endManager(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('person', { schema: id }) personId: string,
  ): Promise<void> {
    await this.end.execute({ clinicId, personId, by: viewer.personId });
  }

  @Delete(':id/manager-invitations/:invitation')
  @HttpCode(204)
  @Answers(204, undefined, 'The link no longer works')
  @Refuses('401 unauthenticated', '404 not_found')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('invitation', { schema: id }) invitationId: string,
  ): Promise<void> {
    await this.withdrawing.execute({ clinicId, invitationId, by: viewer.personId });
  }
}
