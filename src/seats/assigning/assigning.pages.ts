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
import { ClinicQueries } from '../clinics/clinic.queries.js';
import { ResendInvitation } from '../invitations/resend-invitation.js';
import { arriving, noticed } from '../notices.js';
import { noAssignment } from '../seats.errors.js';
import { AssignSeats } from './assign-seats.js';
import { ClinicSeatQueries } from './clinic-seat.queries.js';
import { assignFormSchema, correctionSchema, holderSchema } from './clinic-seat.schemas.js';
import { ClinicSeats } from './clinic-seats.js';
import { ReassignSeat } from './reassign-seat.js';
import { RecallSeat } from './recall-seat.js';
import { AssignView } from './views/assign.js';
import { type SeatAct, SeatView } from './views/seat.js';

const id = z.uuid();
const nothing = z.strictObject({}).optional();
const beginning = z.object({ product: z.uuid().optional().catch(undefined) });

/** Who gets a seat of a clinic, and who gives it back. */
@PageController('clinics/:id')
@Allow('signed-in')
export class AssigningPages {
  constructor(
    private readonly clinics: ClinicQueries,
    private readonly counts: ClinicSeatQueries,
    private readonly seats: ClinicSeats,
    private readonly assign: AssignSeats,
    private readonly resend: ResendInvitation,
    private readonly recalling: RecallSeat,
    private readonly reassign: ReassignSeat,
  ) {}

  @Get('assign')
  begin(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Query({ schema: beginning }) values: z.infer<typeof beginning>,
  ): Promise<JSX.Element> {
    return this.renderAssign(page, viewer, clinicId, emptyForm(values));
  }

  @Post('assign')
  give(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: assignFormSchema, body },
      act: async ({ product, people }) => {
        await this.assign.execute({ clinicId, productId: product, by: viewer.personId, people });
        return `/clinics/${clinicId}?done=assigned`;
      },
      view: (form) => this.renderAssign(page, viewer, clinicId, form),
    });
  }

  @Get('assignments/:assignment')
  show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('assignment', { schema: id }) assignmentId: string,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.renderSeat(noticed(page, done), viewer, clinicId, assignmentId);
  }

  @Post('assignments/:assignment/invitations')
  send(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('assignment', { schema: id }) assignmentId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: correctionSchema, body },
      act: async (correction) => {
        await this.resend.execute({ clinicId, assignmentId, by: viewer.personId }, correction);
        return `/clinics/${clinicId}/assignments/${assignmentId}?done=resent`;
      },
      view: (form) => this.renderSeat(page, viewer, clinicId, assignmentId, { of: 'resend', form }),
    });
  }

  @Post('assignments/:assignment/recall')
  recall(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('assignment', { schema: id }) assignmentId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: nothing, body },
      act: async () => {
        await this.recalling.execute({ clinicId, assignmentId, by: viewer.personId });
        return `/clinics/${clinicId}?done=recalled`;
      },
      view: (form) => this.renderSeat(page, viewer, clinicId, assignmentId, { of: 'recall', form }),
    });
  }

  @Post('assignments/:assignment/reassignment')
  pass(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('assignment', { schema: id }) assignmentId: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: holderSchema, body },
      act: async (holder) => {
        await this.reassign.execute({ clinicId, assignmentId, by: viewer.personId, ...holder });
        return `/clinics/${clinicId}?done=passed`;
      },
      view: (form) => this.renderSeat(page, viewer, clinicId, assignmentId, { of: 'reassign', form }),
    });
  }

  private async renderAssign(
    page: PageContext,
    viewer: Viewer,
    clinicId: string,
    form: FormState,
  ): Promise<JSX.Element> {
    const clinic = await this.clinics.managed(clinicId, viewer.personId);
    return AssignView({ page, clinic, counts: await this.counts.counts(clinicId), form });
  }

  private async renderSeat(
    page: PageContext,
    viewer: Viewer,
    clinicId: string,
    assignmentId: string,
    act?: SeatAct,
  ): Promise<JSX.Element> {
    const clinic = await this.clinics.managed(clinicId, viewer.personId);
    const seat = await this.seats.one(clinicId, assignmentId);
    if (!seat) throw noAssignment('seat');
    return SeatView({ page, clinic, seat, act });
  }
}
