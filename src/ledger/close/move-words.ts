import type { TimelineEvent } from '../../web/index.js';
import type { MoveKind, Period, PeriodMove } from './period.js';

const did: Record<MoveKind, string> = {
  closed: 'closed the month',
  reopening_asked: 'asked to open it again',
  reopened: 'opened it again',
  reopening_declined: 'left it closed',
};

export const moveEvent = ({ move, byName, at, note }: PeriodMove): TimelineEvent => ({
  at,
  title: `${byName} ${did[move]}`,
  text: note,
});

/** The state of a month in two words. */
export function stateWord({ status, isOver, last }: Period): string {
  if (status === 'closed') return last?.move === 'reopening_asked' ? 'Reopening asked' : 'Closed';
  if (last) return 'Open again';
  return isOver ? 'Open' : 'Not over';
}
