import type Stripe from 'stripe';

/** What the buyer typed, to fill the form again. The security code is not kept. */
export interface FormValues {
  method: string;
  email: string;
  /** One of the test cards, chosen instead of typed. */
  testCard: string;
  cardNumber: string;
  expiry: string;
  name: string;
  country: string;
  state: string;
  postalCode: string;
  line1: string;
  city: string;
  taxId: string;
  businessName: string;
  promotionCode: string;
}

export type FieldErrors = Partial<Record<keyof FormValues | 'cvc' | 'total', string>>;

type Fields = Record<string, unknown>;

const numberNames = ['cardNumber', 'card_number', 'cardnumber', 'number', 'card[number]', 'card'];

/** A field's text; undefined when the form has no such field at all. */
export function fieldText(fields: Fields, ...names: string[]): string | undefined {
  const isText = (value: unknown): value is string => typeof value === 'string';
  return names
    .map((name) => fields[name])
    .find(isText)
    ?.replaceAll('\0', '')
    .trim();
}

/** The card chosen, or else the one typed. */
export const cardNumberOf = (fields: Fields): string | undefined =>
  fieldText(fields, 'testCard') || fieldText(fields, ...numberNames);

/** What was typed and, where the form did not ask, what the session knows already. */
export function valuesOf(fields: Fields, session: Stripe.Checkout.Session): FormValues {
  const known = session.customer_details;
  const text = (name: string, otherwise: string | null | undefined = '') => fieldText(fields, name) ?? otherwise ?? '';
  return {
    method: text('method', 'card'),
    email: text('email', session.customer_email ?? known?.email),
    testCard: text('testCard'),
    cardNumber: fieldText(fields, ...numberNames) ?? '',
    expiry: text('expiry'),
    name: text('name', known?.name),
    country: text('country', known?.address?.country),
    state: text('state', known?.address?.state),
    postalCode: text('postalCode', known?.address?.postal_code),
    line1: text('line1', known?.address?.line1),
    city: text('city', known?.address?.city),
    taxId: text('taxId', known?.tax_ids?.[0]?.value),
    businessName: text('businessName', known?.business_name),
    promotionCode: text('promotionCode'),
  };
}
