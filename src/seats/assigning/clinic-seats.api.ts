import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, type Viewer } from '../../web/index.js';
import { ClinicQueries } from '../clinics/clinic.queries.js';
import { ResendInvitation } from '../invitations/resend-invitation.js';
import { noAssignment } from '../seats.errors.js';
import { AssignSeats } from './assign-seats.js';
import {
  assignSchema,
  correctionSchema,
  holderSchema,
  seatDetailJson,
  seatDetailSchema,
  seatJson,
  seatSchema,
} from './clinic-seat.schemas.js';
import { ClinicSeats, seatsListed } from './clinic-seats.js';
import { ReassignSeat } from './reassign-seat.js';
import { RecallSeat } from './recall-seat.js';
import { type SeatFilter, seatFilterSchema } from './seat-filter.js';

const id = z.uuid();

@ApiController('clinics/:id/assignments', 'clinics')
@Allow('signed-in')
export class ClinicSeatsApi {
  constructor(
    private readonly clinics: ClinicQueries,
    private readonly seats: ClinicSeats,
    private readonly assign: AssignSeats,
    private readonly resend: ResendInvitation,
    private readonly recalling: RecallSeat,
    private readonly reassign: ReassignSeat,
  ) {}

  @Get()
  @Answers(200, z.object({ items: z.array(seatSchema), next: z.string().nullable() }), 'Held seats')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found')
  async list(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Query({ schema: seatFilterSchema }) filter: SeatFilter,
  ) {
    await this.clinics.managed(clinicId, viewer.personId);
    const { rows, next } = await seatsListed(this.seats, clinicId, filter);
    return { items: rows.map(seatJson), next: next === null ? null : String(next) };
  }

  @Post()
  @HttpCode(204)
  @Answers(204, undefined, 'Everybody in the list has a seat and is invited by mail')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found', '409 not_enough_seats', '409 seat_paused')
  @Refuses('422 people_refused', '429 too_many_mails')
  async add(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Body({ schema: assignSchema }) { product, people }: z.infer<typeof assignSchema>,
  ): Promise<void> {
    await this.assign.execute({ clinicId, productId: product, by: viewer.personId, people });
  }

  @Get(':assignment')
  @Answers(200, seatDetailSchema)
  @Refuses('401 unauthenticated', '404 not_found')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('assignment', { schema: id }) assignmentId: string,
  ) {
    await this.clinics.managed(clinicId, viewer.personId);
    const seat = await this.seats.one(clinicId, assignmentId);
    if (!seat) throw noAssignment('seat');
    return seatDetailJson(seat);
  }

  @Post(':assignment/invitations')
  @HttpCode(204)
  @Answers(204, undefined, 'A new mail is on its way; links of earlier mails no longer work')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found', '409 not_waiting')
  @Refuses('422 address_has_seat', '429 too_many_mails')
  async send(
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('assignment', { schema: id }) assignmentId: string,
    @Body({ schema: correctionSchema }) correction: z.infer<typeof correctionSchema>,
  ): Promise<void> {
    await this.resend.execute({ clinicId, assignmentId, by }, correction);
  }

  @Post(':assignment/recall')
  @HttpCode(204)
  @Answers(204, undefined, 'The seat is free, and what it gave has ended')
  @Refuses('401 unauthenticated', '404 not_found', '409 seat_in_use', '409 seat_ended')
  async recall(
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('assignment', { schema: id }) assignmentId: string,
  ): Promise<void> {
    await this.recalling.execute({ clinicId, assignmentId, by });
  }

  @Post(':assignment/reassignment')
  @HttpCode(204)
  @Answers(204, undefined, 'The seat went to somebody else')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found', '409 seat_in_use', '409 seat_ended')
  @Refuses('409 seat_paused', '422 address_has_seat')
  async pass(
    @CurrentViewer() { personId: by }: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Param('assignment', { schema: id }) assignmentId: string,
    @Body({ schema: holderSchema }) holder: z.infer<typeof holderSchema>,
  ): Promise<void> {
    await this.reassign.execute({ clinicId, assignmentId, by, ...holder });
  }
}
