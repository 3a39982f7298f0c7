import { Badge } from '../../web/index.js';
import type { DraftState } from '../drafts/draft-state.js';

const kinds: Record<DraftState, 'neutral' | 'accent' | 'signal' | 'outline'> = {
  draft: 'outline',
  'in review': 'accent',
  'changes asked': 'signal',
  approved: 'accent',
  scheduled: 'accent',
  published: 'neutral',
  discarded: 'neutral',
};

export const StateBadge = ({ state }: { state: DraftState }): JSX.Element => (
  <Badge label={state} kind={kinds[state]} />
);
