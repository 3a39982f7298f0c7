import { Badge } from '../../web/index.js';
import type { Delivery, Webhook } from '../webhooks/webhook.queries.js';

const standings = {
  open: { label: 'Open', kind: 'accent' },
  paused: { label: 'Paused', kind: 'outline' },
  failing: { label: 'Closed: it took nothing for days', kind: 'signal' },
  gone: { label: 'Closed: it is gone', kind: 'signal' },
} as const satisfies Record<Webhook['standing'], object>;

const sendings = {
  waiting: { label: 'Waiting', kind: 'outline' },
  delivered: { label: 'Delivered', kind: 'neutral' },
  failed: { label: 'Failed', kind: 'signal' },
} as const satisfies Record<Delivery['standing'], object>;

const outcomes: Record<string, string> = {
  delivered: 'taken',
  answered: 'refused by the receiver',
  redirected: 'sent elsewhere, which we do not follow',
  'timed-out': 'no answer in time',
  refused: 'nobody listens there',
  unreachable: 'could not be reached',
  'forbidden-address': 'not an address of the public internet',
  'no-secret': 'no secret to sign with: make a new one',
};

export const WebhookBadge = ({ standing }: { standing: Webhook['standing'] }): JSX.Element => (
  <Badge {...standings[standing]} />
);

export const DeliveryBadge = ({ standing }: { standing: Delivery['standing'] }): JSX.Element => (
  <Badge {...sendings[standing]} />
);

/** What came of an attempt, in words. */
export function outcomeWords(outcome: string | null, status: number | null): string {
  if (!outcome) return 'not tried yet';
  return `${outcomes[outcome] ?? outcome}${status ? ` (${status})` : ''}`;
}
