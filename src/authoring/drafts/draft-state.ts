/** What can happen to a draft, in the order of its rows. */
export type Move =
  | 'submitted'
  | 'taken_back'
  | 'changes_asked'
  | 'approved'
  | 'scheduled'
  | 'unscheduled'
  | 'failed'
  | 'published'
  | 'discarded';

export type DraftState = 'draft' | 'in review' | 'changes asked' | 'approved' | 'scheduled' | 'published' | 'discarded';

const states: Record<Move, DraftState> = {
  submitted: 'in review',
  taken_back: 'draft',
  changes_asked: 'changes asked',
  approved: 'approved',
  scheduled: 'scheduled',
  unscheduled: 'approved',
  failed: 'approved',
  published: 'published',
  discarded: 'discarded',
};

/** The state that the last move left; without any, a draft is a draft. */
export const stateAfter = (last: Move | null | undefined): DraftState => (last ? states[last] : 'draft');

/** Whether it can be written in: what is reviewed does not change under the reviewer's eyes. */
export const isWritable = (state: DraftState): boolean => state === 'draft' || state === 'changes asked';

export const isEnded = (state: DraftState): boolean => state === 'published' || state === 'discarded';
