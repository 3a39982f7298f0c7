import { stringify } from 'csv-stringify/sync';
import { plain } from '../../web/index.js';
import type { ClinicSeatRow } from './clinic-seats.js';
import { seatStateLabel } from './seat-state-label.js';

// prettier-ignore
const columns = [
  'Name', 'E-mail', 'Seat', 'State', 'Assigned at (UTC)', 'Accepted at (UTC)', 'Progress in percent', 'Courses complete',
  'Courses', 'Completed at (UTC)', 'Certificate',
];

export const csvHead = (): string => stringify([columns]);

/** Rows as CSV. What a holder does not share stays empty. */
export function csvRows(rows: ClinicSeatRow[]): string {
  return stringify(
    rows.map((row) => [
      plain(row.name),
      plain(row.email),
      plain(row.title),
      seatStateLabel[row.state].label,
      row.assignedAt.toISOString(),
      row.acceptedAt?.toISOString() ?? '',
      row.progressPercent ?? '',
      row.completedCount ?? '',
      row.courseCount,
      row.completedAt?.toISOString() ?? '',
      row.hasCertificate === null ? '' : row.hasCertificate ? 'yes' : 'no',
    ]),
  );
}
