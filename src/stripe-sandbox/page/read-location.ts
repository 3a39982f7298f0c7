import type Stripe from 'stripe';
import { taxIdOf } from '../sessions/tax/tax-id.js';
import type { Location } from '../sessions/locate-buyer.js';
import { type FieldErrors, fieldText } from './form-values.js';
import { countries, states } from './places.js';

type Fields = Record<string, unknown>;

/** Whether the page asks for more than an e-mail address and a card. */
export const asksForAddress = (session: Stripe.Checkout.Session): boolean =>
  session.automatic_tax.enabled ||
  session.billing_address_collection === 'required' ||
  session.tax_id_collection?.enabled === true;

/** Where the buyer says they are, or what is wrong at each field. */
export function readLocation(
  fields: Fields,
  session: Stripe.Checkout.Session,
): { location: Location } | { errors: FieldErrors } {
  const errors: FieldErrors = {};
  const country = (fieldText(fields, 'country') ?? '').toUpperCase();
  const isAmerican = country === 'US';
  const state = isAmerican ? (fieldText(fields, 'state') ?? '').toUpperCase() : '';
  if (!countries.some(({ value }) => value === country)) errors.country = 'Choose your country.';
  if (isAmerican && !states.some(({ value }) => value === state)) errors.state = 'Choose your state.';
  const postalCode = postalCodeOf(fields, country, errors);
  const taxId = session.tax_id_collection?.enabled ? readTaxId(fields, country, errors) : null;
  const address = {
    city: street(fields, session, 'city', 'Enter your town or city.', errors),
    country,
    line1: street(fields, session, 'line1', 'Enter your street and house number.', errors),
    line2: null,
    postal_code: postalCode || null,
    state: state || null,
  };
  if (Object.keys(errors).length > 0) return { errors };
  return { location: { address, businessName: (taxId && fieldText(fields, 'businessName')) || null, taxId } };
}

function postalCodeOf(fields: Fields, country: string, errors: FieldErrors): string {
  const code = fieldText(fields, 'postalCode') ?? '';
  if (code === '') errors.postalCode = 'Enter your postal code.';
  else if (country === 'US' && !/^\d{5}(-\d{4})?$/.test(code))
    errors.postalCode = 'Enter a ZIP code of 5 digits, for example 94105.';
  else if (code.length > 12) errors.postalCode = 'Enter a postal code of at most 12 characters.';
  return code;
}

/** Street and town are asked for only where the seller wants the whole address. */
function street(
  fields: Fields,
  session: Stripe.Checkout.Session,
  name: 'city' | 'line1',
  missing: string,
  errors: FieldErrors,
): string | null {
  if (session.billing_address_collection !== 'required') return null;
  const text = (fieldText(fields, name) ?? '').slice(0, 200);
  if (text === '') errors[name] = missing;
  return text;
}

function readTaxId(fields: Fields, country: string, errors: FieldErrors): Location['taxId'] {
  const text = fieldText(fields, 'taxId') ?? '';
  if (text === '') return null;
  const found = taxIdOf(country, text);
  if (!found) errors.taxId = 'This does not look like a business tax id of your country, for example DE123456789.';
  return found ?? null;
}
