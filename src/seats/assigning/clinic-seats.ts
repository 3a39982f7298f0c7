import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { EarnedCertificates } from '../../enrollment/index.js';
import { ClinicSeatQueries, type ClinicSeat, type CourseProgress } from './clinic-seat.queries.js';
import type { SeatFilter } from './seat-filter.js';

export interface ClinicSeatRow extends ClinicSeat {
  /** Whether its holder earned a certificate in a course of it; null where this is not shared. */
  hasCertificate: boolean | null;
}

export interface ClinicSeatDetail extends ClinicSeatRow {
  courses: CourseProgress[];
}

/** Held seats of a clinic with what `certificates` knows of their holders. */
@Injectable()
export class ClinicSeats {
  constructor(
    private readonly db: Database,
    private readonly queries: ClinicSeatQueries,
    private readonly certificates: EarnedCertificates,
  ) {}

  async list(clinicId: string, filter: SeatFilter, limit: number, from: number): Promise<ClinicSeatRow[]> {
    const seats = await this.queries.list(clinicId, filter, limit, from);
    return this.withCertificates(clinicId, seats);
  }

  /** Undefined for one of another clinic. */
  async one(clinicId: string, assignmentId: string): Promise<ClinicSeatDetail | undefined> {
    const seat = await this.queries.one(clinicId, assignmentId);
    if (!seat) return undefined;
    const [row] = await this.withCertificates(clinicId, [seat]);
    return { ...row!, courses: await this.queries.courses(assignmentId) };
  }

  private async withCertificates(clinicId: string, seats: ClinicSeat[]): Promise<ClinicSeatRow[]> {
    const courses = await this.db.rows<{ productId: string; courseIds: string[] }>(
      `SELECT l.product_id AS "productId", array_agg(DISTINCT c.course_id) AS "courseIds"
       FROM seat_lots l JOIN seat_lot_courses c ON c.lot_id = l.id WHERE l.clinic_id = $1 GROUP BY l.product_id`,
      [clinicId],
    );
    const holders = new Map<string, Set<string>>();
    for (const { productId, courseIds } of courses) {
      const people = seats.flatMap((seat) => (seat.productId === productId && seat.personId ? [seat.personId] : []));
      if (people.length > 0) holders.set(productId, await this.certificates.holders(people, courseIds));
    }
    return seats.map((seat) => ({
      ...seat,
      hasCertificate: seat.personId ? (holders.get(seat.productId)?.has(seat.personId) ?? false) : null,
    }));
  }
}

/** One page of the list, and where the next one begins. */
export async function seatsListed(seats: ClinicSeats, clinicId: string, filter: SeatFilter) {
  const from = filter.after ?? 0;
  const found = await seats.list(clinicId, filter, filter.limit + 1, from);
  return { rows: found.slice(0, filter.limit), next: found.length > filter.limit ? from + filter.limit : null };
}
