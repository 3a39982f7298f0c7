import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { whichAttempts } from './analysis.js';
import type { ShownItem } from './read-quiz-analysis.js';

/** A figure of an item: what pages, CSV and the order of the table call it. */
export interface ItemColumn {
  key: string;
  label: string;
  /** Digits after the point. */
  digits: number;
  of: (item: ShownItem) => number | null;
}

const column = (key: string, label: string, digits: number, of: ItemColumn['of']): ItemColumn => ({
  ...{ key, label, digits, of },
});

/** In the table of a quiz. */
export const tableColumns: ItemColumn[] = [
  column('n', 'Answers', 0, ({ n }) => n),
  column('facility', 'Facility %', 1, ({ facility }) => facility),
  column('discrimination', 'Discrimination %', 1, ({ discrimination }) => discrimination),
  column('efficiency', 'Efficiency %', 1, ({ efficiency }) => efficiency),
  column('upper-lower', 'Upper − lower %', 1, ({ upperLower }) => upperLower),
  column('exposure', 'Exposure %', 0, ({ exposure }) => exposure),
];

/** In the CSV, beside them. */
export const allColumns: ItemColumn[] = [
  ...tableColumns,
  column('mean', 'Mean mark', 4, ({ meanMark }) => meanMark),
  column('possible', 'Marks', 4, ({ possible }) => possible),
  column('deviation', 'Standard deviation', 4, ({ deviation }) => deviation),
  column('guess', 'Guess score %', 2, ({ guess }) => guess),
  column('intended-weight', 'Intended weight %', 2, ({ intendedWeight }) => intendedWeight),
  column('effective-weight', 'Effective weight %', 2, ({ effectiveWeight }) => effectiveWeight),
  column('point-biserial', 'Corrected point-biserial', 4, ({ pointBiserial }) => pointBiserial),
  column('alpha-if-deleted', 'Alpha if deleted', 4, ({ alphaIfDeleted }) => alphaIfDeleted),
  column('tenfold', 'Tenfold errors', 0, ({ findings }) => findings.tenfold),
  column('wrong-unit', 'Wrong units', 0, ({ findings }) => findings.wrongUnit),
  column('danger-zone', 'Danger zones', 0, ({ findings }) => findings.dangerZone),
  column('critical', 'Critical failures', 0, ({ findings }) => findings.critical),
];

const sorts = ['flags', ...tableColumns.map(({ key }) => key)];

export const itemsQuerySchema = z.strictObject({
  which: emptyIsUnset(z.enum(whichAttempts)).transform((which) => which ?? 'first'),
  sort: emptyIsUnset(z.enum(['flags', ...sorts])),
  order: emptyIsUnset(z.enum(['ascending', 'descending'])),
  flagged: emptyIsUnset(z.literal('yes')),
});
export type ItemsQuery = z.output<typeof itemsQuerySchema>;

const urgency = { danger: 10_000, warning: 100, note: 1 };
const concern = ({ flags }: ShownItem) => flags.reduce((sum, { level }) => sum + urgency[level], 0);

/** The items asked for, in the order asked for: by what needs a look, unless said otherwise. Unknown figures come last. */
export function arranged(items: ShownItem[], { sort = 'flags', order, flagged }: ItemsQuery): ShownItem[] {
  const of = tableColumns.find(({ key }) => key === sort)?.of ?? concern;
  const direction = (order ?? (sort === 'flags' ? 'descending' : 'ascending')) === 'ascending' ? 1 : -1;
  return items
    .filter(({ flags }) => !flagged || flags.some(({ level }) => level !== 'note'))
    .sort((a, b) => {
      const [x, y] = [of(a), of(b)];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return (x - y) * direction || (a.name < b.name ? -1 : 1);
    });
}

/** A figure as people read it; a dash where the answers cannot tell. */
export const figure = (value: number | null, digits: number): string =>
  value === null
    ? '–'
    : value
        .toFixed(digits)
        .replace(/^-(0(\.0*)?)$/, '$1')
        .replace('-', '−');
