import { stringify } from 'csv-stringify/sync';
import { plain } from '../../web/index.js';
import { allColumns } from './item-columns.js';
import type { ShownItem } from './read-quiz-analysis.js';

export const itemsHead = (): string =>
  stringify([['Pool', 'Question', 'Type', 'Topic', 'Text', ...allColumns.map(({ label }) => label), 'Look at']]);

/** An unknown figure is an empty cell. */
export const itemsRows = (items: ShownItem[]): string =>
  stringify(
    items.map((item) => [
      ...[item.pool, item.name, item.type, item.topic, item.text].map(plain),
      ...allColumns.map(({ of, digits }) => of(item)?.toFixed(digits) ?? ''),
      plain(item.flags.map(({ says }) => says).join(' ')),
    ]),
  );
