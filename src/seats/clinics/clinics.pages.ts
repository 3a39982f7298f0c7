import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import {
  Allow,
  askedFilter,
  CurrentViewer,
  emptyForm,
  type FormState,
  Page,
  PageController,
  type PageContext,
  submit,
  type Viewer,
} from '../../web/index.js';
import { ClinicSeatQueries } from '../assigning/clinic-seat.queries.js';
import { ClinicSeats, seatsListed } from '../assigning/clinic-seats.js';
import { seatFilterSchema } from '../assigning/seat-filter.js';
import { HeldSeatQueries } from '../invitations/held-seat.queries.js';
import { arriving, noticed } from '../notices.js';
import { newClinicSchema } from './clinic.schemas.js';
import { ClinicQueries } from './clinic.queries.js';
import { FoundClinic } from './found-clinic.js';
import { ClinicView } from './views/clinic.js';
import { ClinicsView } from './views/clinics.js';

const id = z.uuid();

@PageController('clinics')
@Allow('signed-in')
export class ClinicsPages {
  constructor(
    private readonly clinics: ClinicQueries,
    private readonly counts: ClinicSeatQueries,
    private readonly seats: ClinicSeats,
    private readonly held: HeldSeatQueries,
    private readonly found: FoundClinic,
  ) {}

  @Get()
  list(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: arriving }) { done }: z.infer<typeof arriving>,
  ): Promise<JSX.Element> {
    return this.renderList(noticed(page, done), viewer, emptyForm());
  }

  @Post()
  add(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    return submit({
      ...{ response, schema: newClinicSchema, body },
      act: async ({ name }) => `/clinics/${(await this.found.execute({ name, by: viewer.personId })).id}`,
      view: (form) => this.renderList(page, viewer, form),
    });
  }

  @Get(':id')
  async show(
    @Page() page: PageContext,
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Query() { done, ...asked }: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<JSX.Element> {
    const clinic = await this.clinics.managed(clinicId, viewer.personId);
    const { query, form } = askedFilter(seatFilterSchema, asked, response);
    const [counts, listed] = await Promise.all([
      this.counts.counts(clinicId),
      seatsListed(this.seats, clinicId, query),
    ]);
    return ClinicView({ page: noticed(page, arriving.parse({ done }).done), clinic, counts, query, form, ...listed });
  }

  private async renderList(page: PageContext, { personId }: Viewer, form: FormState): Promise<JSX.Element> {
    const [managed, held] = await Promise.all([this.clinics.managedBy(personId), this.held.of(personId, 'clinic')]);
    return ClinicsView({ page, managed, held, form });
  }
}
