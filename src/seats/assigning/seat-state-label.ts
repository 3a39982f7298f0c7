import type { SeatState } from './clinic-seat.queries.js';

interface Label {
  label: string;
  kind: 'neutral' | 'accent' | 'signal' | 'outline';
}

export const seatStateLabel: Record<SeatState, Label> = {
  waiting: { label: 'Not accepted yet', kind: 'outline' },
  accepted: { label: 'Accepted', kind: 'neutral' },
  in_study: { label: 'In study', kind: 'neutral' },
  done: { label: 'Done', kind: 'accent' },
  private: { label: 'Does not share', kind: 'outline' },
};
