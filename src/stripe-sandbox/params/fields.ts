import { z } from 'zod';

const isIndex = (key: string) => /^\d+$/.test(key);

/** A refusal with the code Stripe gives it. */
export const refuse = (context: z.RefinementCtx, message: string, code?: string) => {
  context.addIssue({ code: 'custom', message, ...(code && { params: { code } }) });
  return z.NEVER;
};

const leaf = z.string({ error: 'Invalid string' });

/** '' would unset a parameter; most cannot be unset. */
const filled = leaf.transform((value, context) =>
  value === ''
    ? refuse(
        context,
        'You passed an empty string, which unsets a parameter; this one cannot be unset.',
        'parameter_invalid_empty',
      )
    : value,
);

export const text = (longest = 5_000) =>
  filled.transform((value, context) =>
    value.length > longest
      ? refuse(context, `Invalid string: must be at most ${longest} characters`, 'parameter_invalid_string')
      : value,
  );

export const integer = (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER) =>
  filled.transform((value, context) => {
    if (!/^-?\d{1,15}$/.test(value)) return refuse(context, `Invalid integer: ${value}`, 'parameter_invalid_integer');
    const number = Number(value);
    if (number < least) {
      return refuse(context, `This value must be greater than or equal to ${least}.`, 'parameter_invalid_integer');
    }
    if (number > most) {
      return refuse(context, `This value must be less than or equal to ${most}.`, 'parameter_invalid_integer');
    }
    return number;
  });

/** Above 0 and up to 100, with two decimals at most. */
export const percent = () =>
  filled.transform((value, context) =>
    /^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) > 0 && Number(value) <= 100
      ? Number(value)
      : refuse(context, `Invalid percentage: ${value}`),
  );

export const flag = () =>
  filled.transform((value, context) =>
    value === 'true' || value === 'false' ? value === 'true' : refuse(context, `Invalid boolean: ${value}`),
  );

export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  filled.transform((value, context): T[number] =>
    values.includes(value)
      ? (value as T[number])
      : refuse(context, `Invalid value: must be one of ${values.join(', ')}`),
  );

export const email = () =>
  text(512).transform((value, context) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
      ? value
      : refuse(context, `Invalid email address: ${value}`, 'email_invalid'),
  );

export const address = () =>
  text().transform((value, context) =>
    URL.canParse(value) && /^https?:/.test(value) ? value : refuse(context, 'Not a valid URL', 'url_invalid'),
  );

/** The value, or '' which unsets it. */
export const emptyable = <T extends z.ZodType>(schema: T) => z.union([z.literal(''), schema]);

/** A closed object: whatever is not named is refused. */
export const group = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape, { error: nameObject });

/** Objects with the keys 0, 1, 2 … become lists here, where the schema says list. */
export const list = <T extends z.ZodType>(item: T, longest = 100) =>
  z
    .record(z.string(), z.unknown(), { error: 'Invalid array' })
    .transform((entries, context) => {
      const keys = Object.keys(entries);
      return keys.every(isIndex)
        ? keys.sort((a, b) => Number(a) - Number(b)).map((key) => entries[key])
        : refuse(context, 'Invalid array');
    })
    .pipe(z.array(item).max(longest, `Array can contain at most ${longest} items`));

export const metadata = () =>
  z.record(z.string(), leaf, { error: nameObject }).transform((entries, context) => {
    const pairs = Object.entries(entries);
    if (pairs.length > 50) return refuse(context, 'Metadata can have at most 50 keys.');
    const wrong = pairs.find(([key, value]) => key.length > 40 || value.length > 500);
    return wrong ? refuse(context, `Metadata keys have at most 40 characters, values 500 (${wrong[0]}).`) : entries;
  });

function nameObject(issue: { code?: string | undefined }): string | undefined {
  return issue.code === 'invalid_type' ? 'Invalid object' : undefined;
}
