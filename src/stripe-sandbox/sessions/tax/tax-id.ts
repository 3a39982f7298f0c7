import type Stripe from 'stripe';
import { isEuropean } from './rates.js';

export type TaxId = Stripe.Checkout.Session.CustomerDetails.TaxId;

/** Kinds of business tax ids, by country; anywhere else none is asked for. */
const elsewhere: Record<string, { type: TaxId['type']; looks: RegExp }> = {
  AU: { type: 'au_abn', looks: /^\d{11}$/ },
  CA: { type: 'ca_bn', looks: /^\d{9}$/ },
  CH: { type: 'ch_vat', looks: /^CHE\d{9}(MWST|TVA|IVA)?$/ },
  GB: { type: 'gb_vat', looks: /^GB(\d{9}|\d{12})$/ },
  JP: { type: 'jp_trn', looks: /^T\d{13}$/ },
  NO: { type: 'no_vat', looks: /^\d{9}MVA$/ },
  US: { type: 'us_ein', looks: /^\d{9}$/ },
};

/** A VAT number begins with its country, in Greece with EL. */
const vatPrefix = (country: string) => (country === 'GR' ? 'EL' : country);

/** The id as Stripe shows it; undefined when it does not look like one of that country. */
export function taxIdOf(country: string, text: string): TaxId | undefined {
  const value = text.toUpperCase().replace(/[\s.-]/g, '');
  if (isEuropean(country)) {
    const looks = new RegExp(`^${vatPrefix(country)}[0-9A-Z]{8,12}$`);
    return looks.test(value) ? { type: 'eu_vat', value } : undefined;
  }
  const kind = elsewhere[country];
  return kind?.looks.test(value) ? { type: kind.type, value } : undefined;
}
