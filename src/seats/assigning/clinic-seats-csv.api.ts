import { Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Allow, Answers, ApiController, CurrentViewer, Refuses, sendCsv, type Viewer } from '../../web/index.js';
import { ClinicQueries } from '../clinics/clinic.queries.js';
import { ClinicSeats } from './clinic-seats.js';
import { type SeatFilter, seatFilterSchema } from './seat-filter.js';
import { csvHead, csvRows } from './seats-csv.js';

const id = z.uuid();

@ApiController('clinics/:id/assignments.csv', 'clinics')
@Allow('signed-in')
export class ClinicSeatsCsv {
  constructor(
    private readonly clinics: ClinicQueries,
    private readonly seats: ClinicSeats,
  ) {}

  @Get()
  @Answers(200, undefined, 'text/csv')
  @Refuses('400 malformed', '401 unauthenticated', '404 not_found')
  async csv(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: id }) clinicId: string,
    @Query({ schema: seatFilterSchema }) filter: SeatFilter,
    @Res() response: Response,
  ): Promise<void> {
    await this.clinics.managed(clinicId, viewer.personId);
    let from = 0;
    await sendCsv(response, {
      name: 'seats.csv',
      head: csvHead(),
      read: async (limit) => {
        const rows = await this.seats.list(clinicId, filter, limit, from);
        from += rows.length;
        return rows;
      },
      write: csvRows,
    });
  }
}
