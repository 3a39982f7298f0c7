import { invalidRequest, missingParam } from '../api/stripe-error.js';
import type { NewLine, NewSession } from '../params/checkout-sessions.js';

const minute = 60;
const hour = 60 * minute;

export type HostedSession = NewSession & { line_items: NewLine[]; success_url: string };

/** What no single parameter can say: which belong together, and which this stand-in serves. */
export function checkTerms(terms: NewSession, now: number): asserts terms is HostedSession {
  if (terms.mode === undefined) throw missingParam('mode');
  if (terms.mode !== 'payment') throw notServed(`mode=${terms.mode}`, 'mode');
  if (terms.ui_mode !== undefined && terms.ui_mode !== 'hosted_page')
    throw notServed(`ui_mode=${terms.ui_mode}`, 'ui_mode');
  if (!terms.line_items?.length) throw missingParam('line_items');
  if (terms.success_url === undefined) throw missingParam('success_url');
  if (!URL.canParse(terms.success_url) || !/^https?:/.test(terms.success_url)) {
    throw invalidRequest('Not a valid URL', 'success_url', 'url_invalid');
  }
  if (terms.customer !== undefined && terms.customer_email !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: customer, customer_email.', 'customer');
  }
  if (terms.allow_promotion_codes !== undefined && terms.discounts !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: allow_promotion_codes, discounts.',
      'allow_promotion_codes',
    );
  }
  checkExpiry(terms.expires_at, now);
}

function checkExpiry(expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined) return;
  if (expiresAt < now + 30 * minute) {
    throw invalidRequest(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      'expires_at',
    );
  }
  if (expiresAt > now + 24 * hour) {
    throw invalidRequest(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      'expires_at',
    );
  }
}

const notServed = (what: string, param: string) => invalidRequest(`The Stripe stand-in does not serve ${what}.`, param);
