import type Stripe from 'stripe';
import { invalidRequest } from '../api/stripe-error.js';
import type { NewSession } from '../params/checkout-sessions.js';

/** What automatic tax and tax ids ask of a customer who is known already. */
export function checkTaxTerms(terms: NewSession, customer: Stripe.Customer | null): void {
  const { automatic_tax, customer_update: update, tax_id_collection } = terms;
  if (!customer) {
    if (update) throw invalidRequest('`customer_update` can only be used with `customer`.', 'customer_update');
    return;
  }
  if (automatic_tax?.enabled && !customer.address?.country && update?.address !== 'auto') {
    throw invalidRequest(
      'Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the ' +
        "Customer or set either `customer_update[address]` to 'auto' or `customer_update[shipping]` to 'auto' to save " +
        'the address entered in Checkout to the Customer.',
      undefined,
      'customer_tax_location_invalid',
    );
  }
  if (tax_id_collection?.enabled && update?.name !== 'auto') {
    throw invalidRequest(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an ' +
        'existing customer, please set `customer_update[name]` to `auto`.',
      'customer_update[name]',
    );
  }
}
