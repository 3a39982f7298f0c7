import { plain } from '../../web/index.js';
import { figure } from './severity-words.js';
import type { SeverityRow } from './severity.queries.js';

const cell = (text: string) => `"${plain(text).replace(/"/g, '""')}"`;

/** The report as a table for spreadsheets; what is too few to say is empty. */
export const severityCsv = (rows: SeverityRow[]): string =>
  [
    'preceptor,signed,refused,rated,mean,deviation',
    ...rows.map(({ name, signed, refused, rated, mean, deviation }) =>
      [cell(name), signed, refused, rated, figure(mean), figure(deviation)].join(','),
    ),
    '',
  ].join('\r\n');
