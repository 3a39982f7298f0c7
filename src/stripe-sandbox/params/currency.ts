import { minorUnits } from '../../shared/index.js';
import { refuse, text } from './fields.js';

/** An ISO 4217 code in any case, as Stripe takes it; lower case, as Stripe gives it. */
export const currency = () =>
  text(3).transform((value, context) =>
    minorUnits(value.toUpperCase()) === undefined
      ? refuse(context, `Invalid currency: ${value.toLowerCase()}.`)
      : value.toLowerCase(),
  );
