import type { Checklist } from '../checklist.js';
import { checkTitles } from '../checklist-words.js';
import type { PeriodMove } from '../period.js';
import type { TableRow } from './package-file.js';

/** The payouts of a month as they were matched when it was closed. */
export const payoutRows = ({ payouts }: Checklist): TableRow[] =>
  payouts.map(({ explanation, id, createdAt, verdict, transactions, currency, amount, transactionsNet }) => ({
    ...{ id, createdAt, verdict, transactions, currency, amount, transactionsNet },
    note: explanation?.note ?? null,
    by: explanation?.by ?? null,
    at: explanation?.at ?? null,
  }));

/** What was found when the month was closed, the comparison of the balance at Stripe with it. */
export const checklistRows = ({ items }: Checklist): TableRow[] =>
  items.flatMap(({ check, passed, figures }) =>
    (figures.length > 0 ? figures : [{ what: 'nothing' }]).map((figure) => ({
      ...{ count: null, at: null, currency: null, amount: null, ...figure },
      check: checkTitles[check],
      holds: passed ? 'yes' : 'no',
      wrong: null,
    })),
  );

export const trailRows = (moves: readonly PeriodMove[]): TableRow[] =>
  moves.map(({ at, move, byName, note }) => ({ at: at.toISOString(), move: move.replaceAll('_', ' '), byName, note }));
