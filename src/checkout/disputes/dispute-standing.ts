/** What a dispute means for us: an inquiry that took nothing, money held by the bank, or how it ended. */
export type DisputeStanding = 'inquiry' | 'open' | 'won' | 'lost';

interface Seen {
  status: string;
  moneyTaken: boolean;
}

/**
 * Stripe's statuses come and go with its versions; what counts is whether the bank has the money. An appeal follows a
 * loss, and is one until it is won.
 */
export function standingOf({ status, moneyTaken }: Seen): DisputeStanding {
  if (status === 'won' || status === 'warning_closed' || status === 'prevented') return 'won';
  if (status === 'lost') return 'lost';
  if (!moneyTaken) return 'inquiry';
  return status.startsWith('appeal_') ? 'lost' : 'open';
}
