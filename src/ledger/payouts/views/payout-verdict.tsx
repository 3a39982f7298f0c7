import type { Verdict } from '../../../checkout/index.js';
import { Badge } from '../../../web/index.js';

const badges: Record<Verdict, { label: string; kind: 'accent' | 'signal' | 'outline' | 'neutral' }> = {
  matched: { label: 'Matched', kind: 'accent' },
  difference: { label: 'Difference', kind: 'signal' },
  waiting: { label: 'Waiting for Stripe', kind: 'outline' },
  manual: { label: 'Manual, cannot be matched', kind: 'neutral' },
};

export const verdicts = (Object.keys(badges) as Verdict[]).map((value) => ({ value, label: badges[value].label }));

export const VerdictBadge = ({ verdict }: { verdict: Verdict }): JSX.Element => <Badge {...badges[verdict]} />;
