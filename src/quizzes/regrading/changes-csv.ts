import { stringify } from 'csv-stringify/sync';
import type { RegradeOutcome } from './read-regrade.js';

const head = [
  ...['Attempt', 'Question', 'Mark before', 'Mark after', 'Of', 'Total before', 'Total after'],
  ...['Passed before', 'Passed after', 'Kept as it is', 'Certificates'],
];

/** Every changed mark of a dry run, one in a row; attempts that are kept as they are have a row without marks. */
export function changesCsv({ rows }: Pick<RegradeOutcome, 'rows'>): string {
  const lines = rows.flatMap(({ of, changes, awarded, passed, kept, certificates }) => {
    const attempt = [
      of.total,
      awarded,
      of.passed,
      passed,
      kept,
      certificates.map(({ number }) => number).join(' '),
    ].map(String);
    const marks = changes.map(({ questionId, before, after, possible }) => [
      ...[questionId, String(before.awarded), String(after.awarded), String(possible)],
    ]);
    return (marks.length > 0 ? marks : [['', '', '', '']]).map((mark) => [of.attemptId, ...mark, ...attempt]);
  });
  return stringify([head, ...lines]);
}
