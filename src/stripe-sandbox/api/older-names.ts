import type { Form } from './decode-form.js';

/**
 * Parameters in the names of this API version. A request that names no version is of the account's own, which is older:
 * it says `payment_method_types` for what is `allowed_payment_method_types` now. Stripe's command line sends such.
 */
export function inPresentNames(form: Form, version: string | undefined): Form {
  const { payment_method_types: methods, ...rest } = form;
  return version !== undefined || methods === undefined ? form : { ...rest, allowed_payment_method_types: methods };
}
