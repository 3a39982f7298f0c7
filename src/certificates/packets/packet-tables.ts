import { jurisdictionName } from '../../eligibility/index.js';
import { formatDate } from '../../shared/index.js';
import { professionName } from '../certifications/profession-name.js';
import { kindTitle } from '../credential/claim.js';
import { categoryName, inHours } from '../renewal/hours-words.js';
import { standingWords } from '../views/standing-words.js';
import type { PacketContent } from './packet-content.js';

/** One part of a packet, the same words on the page and on the sheet. */
export interface PacketTable {
  title: string;
  columns: string[];
  rows: string[][];
  /** Said instead of a table without rows. */
  none: string;
}

const day = (text: string): string => formatDate(new Date(text));

/** The parts of a packet; what the holder did not agree to show is not there at all. */
export function packetTables({ certificates, licences, practice, hours }: PacketContent): PacketTable[] {
  const hasNumbers = licences.some(({ number }) => number !== null);
  const parts: PacketTable[] = [
    {
      title: 'Certificates',
      columns: ['Certificate', 'Status now', 'Issued', 'Valid until', 'Number'],
      rows: certificates.map(({ title, kind, status, issuedAt, validUntil, number }) => [
        ...[`${title} (${kindTitle[kind].toLowerCase()})`, standingWords[status], formatDate(issuedAt)],
        ...[validUntil ? formatDate(validUntil) : 'No end date', number],
      ]),
      none: '',
    },
    {
      title: 'Procedures covered',
      columns: ['Procedure', 'By certificate'],
      rows: certificates
        .filter(({ status }) => status === 'valid')
        .flatMap(({ number, procedures }) => procedures.map((procedure) => [procedure, number])),
      none: 'No valid certification covers a procedure.',
    },
    {
      title: 'Licence',
      columns: ['Profession', 'Place', ...(hasNumbers ? ['Number'] : []), 'Valid until', 'Licence last checked on'],
      rows: licences.map(({ profession, place, number, expiresOn, checkedOn }) => [
        ...[professionName(profession), jurisdictionName(place), ...(number === null ? [] : [number])],
        ...[day(expiresOn), day(checkedOn)],
      ]),
      none: 'No reviewed licence stands at this moment.',
    },
  ];
  if (practice) {
    parts.push({
      title: 'Observed procedures',
      columns: ['Procedure', 'Signed by a preceptor', 'The last on'],
      rows: practice.map(({ procedure, signed, last }) => [procedure, String(signed), day(last)]),
      none: 'No observed procedure is signed.',
    });
  }
  if (hours) {
    parts.push({
      title: `Continuing education since ${day(hours.since)}`,
      columns: ['Category', 'Hours accepted'],
      rows: hours.categories.map(({ category, minutes }) => [categoryName(category), inHours(minutes)]),
      none: 'No hours were accepted.',
    });
  }
  return parts;
}
