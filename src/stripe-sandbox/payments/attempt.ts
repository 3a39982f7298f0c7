import type Stripe from 'stripe';
import type { SessionMemory } from '../store/line-items.js';
import type { Decline, TestCard } from './test-cards.js';

/** What the buyer sent. The card is one of the test cards; its number goes no further. */
export type Attempt = Buyer & (CardAttempt | { method: 'bank_debit' });

interface CardAttempt {
  method: 'card';
  card: TestCard;
  expMonth: number;
  expYear: number;
}

export interface Buyer {
  email: string | null;
  name: string | null;
}

export type Outcome =
  | { outcome: 'complete'; session: Stripe.Checkout.Session }
  | { outcome: 'challenge'; session: Stripe.Checkout.Session }
  | { outcome: 'declined'; session: Stripe.Checkout.Session; decline: Decline; attempt: Attempt }
  | { outcome: 'closed'; session: Stripe.Checkout.Session };

/** A locked open session and what it remembers. */
export interface OpenPayment {
  session: Stripe.Checkout.Session;
  memory: SessionMemory;
}
