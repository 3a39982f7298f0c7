import type Stripe from 'stripe';

type Details = Stripe.Checkout.Session.CustomerDetails;

/** What is known of the buyer, with what was learnt now. */
export const buyerDetails = (known: Details | null, learnt: Partial<Details>): Details => ({
  address: null,
  business_name: null,
  email: null,
  individual_name: null,
  name: null,
  phone: null,
  tax_exempt: 'none',
  tax_ids: [],
  ...known,
  ...learnt,
});
