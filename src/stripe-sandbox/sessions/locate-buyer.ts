import type Stripe from 'stripe';
import type { OpenPayment } from '../payments/attempt.js';
import { saveObject } from '../store/objects.js';
import type { Work } from '../store/work.js';
import { buyerDetails } from './buyer-details.js';
import { taxAt } from './tax/rates.js';
import type { TaxId } from './tax/tax-id.js';
import { taxLines } from './tax/tax-lines.js';
import { totalsOf } from './totals.js';

/** Where the buyer is, and as which business they buy. */
export interface Location {
  address: Stripe.Address & { country: string };
  businessName: string | null;
  taxId: TaxId | null;
  email?: string;
}

/** Notes where the buyer is; with automatic tax the totals become those of that place. */
export async function locateBuyer(work: Work, payment: OpenPayment, location: Location): Promise<OpenPayment> {
  const located = locate(payment, location, work.now);
  await saveObject(work, located.session, located.memory);
  return located;
}

/** The same, before it is stored. */
export function locate({ session, memory }: OpenPayment, location: Location, now: number): OpenPayment {
  const { address, businessName, taxId, email } = location;
  const known = buyerDetails(session.customer_details, {
    address,
    business_name: businessName,
    tax_ids: taxId ? [taxId] : [],
    ...(email && { email }),
  });
  if (!session.automatic_tax.enabled) return { session: { ...session, customer_details: known }, memory };
  const { country, state } = address;
  const terms = taxAt({ country, state }, taxId?.type === 'eu_vat');
  const lineItems = taxLines(memory.lineItems, terms, now);
  const customer_details = { ...known, tax_exempt: terms.reason === 'reverse_charge' ? 'reverse' : 'none' };
  const automatic_tax = { ...session.automatic_tax, status: 'complete' };
  return {
    session: { ...session, ...totalsOf(lineItems), automatic_tax, customer_details },
    memory: { ...memory, lineItems },
  };
}

/** The totals again after the lines have changed: with the taxes of the place that is known, if one is. */
export function relocate(payment: OpenPayment, now: number): OpenPayment {
  const { automatic_tax, customer_details: known } = payment.session;
  const address = known?.address;
  if (automatic_tax.status !== 'complete' || !known || !address?.country) return payment;
  const [taxId] = known.tax_ids ?? [];
  const location: Location = {
    address: { ...address, country: address.country },
    businessName: known.business_name,
    taxId: taxId ?? null,
  };
  return locate(payment, location, now);
}

/** Whether the tax, and so the total, is still to be found out. */
export const needsLocation = ({ automatic_tax }: Stripe.Checkout.Session): boolean =>
  automatic_tax.enabled && automatic_tax.status !== 'complete';
