import type { Checklist } from './checklist.js';

export type MoveKind = 'closed' | 'reopening_asked' | 'reopened' | 'reopening_declined';

/** One line of the audit trail of a month. */
export interface PeriodMove {
  id: string;
  move: MoveKind;
  by: string;
  byName: string;
  at: Date;
  note: string;
}

/** Of a closing: everything as it stood at that moment. */
export type SeenMove = PeriodMove & { seen: Checklist | null };

/** A month of the books. `month`: its first day. */
export interface Period {
  month: string;
  status: 'open' | 'closed';
  /** It has ended, in UTC. */
  isOver: boolean;
  /** No later month is closed. */
  isLastClosed: boolean;
  /** The newest of its audit trail. */
  last: PeriodMove | null;
}

/** The next step that a month allows. */
export type NextStep = 'wait' | 'close' | 'ask' | 'decide' | 'none';

export function nextStep({ status, isOver, isLastClosed, last }: Period): NextStep {
  if (status === 'open') return isOver ? 'close' : 'wait';
  if (!isLastClosed) return 'none';
  return last?.move === 'reopening_asked' ? 'decide' : 'ask';
}
