import type Stripe from 'stripe';

/** Where this account sells from: reverse charge needs a buyer in another country. */
export const sellerCountry = 'US';

/** Standard VAT of the European Union's members, in thousandths of a percent. */
// prettier-ignore
const european: Record<string, number> = {
  AT: 20_000, BE: 21_000, BG: 20_000, CY: 19_000, CZ: 21_000, DE: 19_000, DK: 25_000, EE: 24_000, ES: 21_000,
  FI: 25_500, FR: 20_000, GR: 24_000, HR: 25_000, HU: 27_000, IE: 23_000, IT: 22_000, LT: 21_000, LU: 17_000,
  LV: 21_000, MT: 18_000, NL: 21_000, PL: 23_000, PT: 23_000, RO: 21_000, SE: 25_000, SI: 22_000, SK: 23_000,
};
const american: Record<string, number> = { CA: 7_250, NY: 8_875, OR: 0 };
const otherAmerican = 5_000;

/** The tax of a place: its rate in thousandths of a percent (7250 is 7.25 %), and why it is that. */
export interface TaxTerms {
  rate: number;
  reason: Stripe.LineItem.Tax.TaxabilityReason;
  name: string;
  type: Stripe.TaxRate.TaxType;
  country: string;
  state: string | null;
}

export const isEuropean = (country: string): boolean => Object.hasOwn(european, country);

/** A made-up but steady answer to "what tax is due here?": no real tax is computed by the stand-in. */
export function taxAt(place: { country: string; state: string | null }, hasBusinessId: boolean): TaxTerms {
  const { country } = place;
  const vat = { name: 'VAT', type: 'vat', country, state: null };
  if (country === 'US') return americanTax(place.state);
  if (country === 'GB') return { ...vat, rate: 20_000, reason: 'standard_rated' };
  if (country === 'JP') return { ...vat, name: 'JCT', type: 'jct', rate: 10_000, reason: 'standard_rated' };
  if (!isEuropean(country)) return { ...vat, name: 'Tax', rate: 0, reason: 'not_collecting' };
  const reversed = hasBusinessId && country !== sellerCountry;
  return reversed
    ? { ...vat, rate: 0, reason: 'reverse_charge' }
    : { ...vat, rate: european[country]!, reason: 'standard_rated' };
}

function americanTax(state: string | null): TaxTerms {
  const rate = american[state ?? ''] ?? otherAmerican;
  const reason = rate === 0 ? 'not_subject_to_tax' : 'standard_rated';
  return { rate, reason, name: 'Sales tax', type: 'sales_tax', country: 'US', state };
}
