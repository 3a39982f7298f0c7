import type Stripe from 'stripe';
import { route } from '../api/route.js';
import { nothing } from '../params/paging.js';

/** There is one account. */
export const account = [
  route('get', '/account', nothing, () => {
    const own: Stripe.Account = {
      id: 'acct_1DemoStandIn',
      object: 'account',
      business_type: 'company',
      charges_enabled: true,
      country: 'US',
      created: 1_700_000_000,
      default_currency: 'usd',
      details_submitted: true,
      email: 'owner@demo.glabella.test',
      metadata: {},
      payouts_enabled: true,
      type: 'standard',
    };
    return Promise.resolve(own);
  }),
];
