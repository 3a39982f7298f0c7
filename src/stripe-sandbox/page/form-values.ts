/** What the buyer typed, to fill the form again. The security code is not kept. */
export interface FormValues {
  method: string;
  email: string;
  cardNumber: string;
  expiry: string;
  name: string;
}

export type FieldErrors = Partial<Record<'method' | 'email' | 'cardNumber' | 'expiry' | 'cvc' | 'name', string>>;

type Fields = Record<string, unknown>;

const numberNames = ['cardNumber', 'card_number', 'cardnumber', 'number', 'card[number]', 'card'];

/** A field's text; undefined when the form has no such field at all. */
export function fieldText(fields: Fields, ...names: string[]): string | undefined {
  const isText = (value: unknown): value is string => typeof value === 'string';
  return names
    .map((name) => fields[name])
    .find(isText)
    ?.trim();
}

export const cardNumberOf = (fields: Fields): string | undefined => fieldText(fields, ...numberNames);

export const valuesOf = (fields: Fields): FormValues => ({
  method: fieldText(fields, 'method') ?? 'card',
  email: fieldText(fields, 'email') ?? '',
  cardNumber: cardNumberOf(fields) ?? '',
  expiry: fieldText(fields, 'expiry') ?? '',
  name: fieldText(fields, 'name') ?? '',
});
