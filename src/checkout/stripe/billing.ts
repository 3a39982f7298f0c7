import type Stripe from 'stripe';

/** Whom Stripe's payment page billed, and the tax it computed. Amounts in minor units. */
export interface Billing {
  name: string | null;
  address: string[];
  taxIds: string[];
  isReverseCharge: boolean;
  taxes: { label: string; percent: string; jurisdiction: string | null; taxable: number; amount: number }[];
}

/** An order that no payment page billed. */
export const nobodyBilled: Billing = { name: null, address: [], taxIds: [], isReverseCharge: false, taxes: [] };

/** Reads a session that was fetched with `expand: ['total_details.breakdown']`. */
export function billingOf(session: Stripe.Checkout.Session): Billing {
  const customer = session.customer_details;
  const taxes = session.total_details?.breakdown?.taxes ?? [];
  return {
    name: customer?.business_name ?? customer?.name ?? null,
    address: addressLines(customer?.address ?? null),
    taxIds: (customer?.tax_ids ?? []).flatMap(({ value }) => value ?? []),
    isReverseCharge:
      customer?.tax_exempt === 'reverse' || taxes.some((tax) => tax.taxability_reason === 'reverse_charge'),
    taxes: taxes
      .filter((tax) => tax.taxability_reason !== 'reverse_charge')
      .map(({ rate, amount, taxable_amount }) => ({
        label: rate.display_name,
        percent: String(rate.effective_percentage ?? rate.percentage),
        jurisdiction: placeOf(rate),
        taxable: taxable_amount ?? 0,
        amount,
      })),
  };
}

/** "California", "Germany" */
const placeOf = ({ jurisdiction, state, country }: Stripe.TaxRate): string | null => {
  const place = jurisdiction ?? state ?? country;
  return place && place === country ? countryName(place) : place;
};

function addressLines(address: Stripe.Address | null): string[] {
  if (!address) return [];
  const town = [address.postal_code, address.city, address.state].filter(Boolean).join(' ');
  return [address.line1, address.line2, town, address.country && countryName(address.country)].filter(
    (line): line is string => Boolean(line),
  );
}

const countries = new Intl.DisplayNames('en', { type: 'region' });
const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code);
