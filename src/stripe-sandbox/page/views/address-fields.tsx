import type Stripe from 'stripe';
import type { FieldErrors, FormValues } from '../form-values.js';
import { countries, states } from '../places.js';
import { ChoiceField } from './choice-field.js';
import { TextField } from './text-field.js';

interface Props {
  session: Stripe.Checkout.Session;
  values: FormValues;
  errors: FieldErrors;
}

/** Where the buyer is: as much of it as the seller asks for. */
export const AddressFields = ({ session, values, errors }: Props): JSX.Element => (
  <fieldset class="address">
    <legend>Billing address</legend>
    <ChoiceField
      name="country"
      label="Country"
      choices={countries}
      value={values.country}
      error={errors.country}
      autocomplete="billing country"
    />
    {session.billing_address_collection === 'required' ? (
      <>
        <TextField
          name="line1"
          label="Street and house number"
          autocomplete="billing address-line1"
          value={values.line1}
          error={errors.line1}
        />
        <TextField
          name="city"
          label="Town or city"
          autocomplete="billing address-level2"
          value={values.city}
          error={errors.city}
        />
      </>
    ) : (
      ''
    )}
    <ChoiceField
      name="state"
      label="State"
      help="In the United States only."
      choices={states}
      value={values.state}
      error={errors.state}
      autocomplete="billing address-level1"
    />
    <TextField
      name="postalCode"
      label="Postal code"
      autocomplete="billing postal-code"
      value={values.postalCode}
      error={errors.postalCode}
    />
    {session.tax_id_collection?.enabled ? <BusinessFields values={values} errors={errors} /> : ''}
  </fieldset>
);

const BusinessFields = ({ values, errors }: Omit<Props, 'session'>): JSX.Element => (
  <>
    <TextField
      name="taxId"
      label="Business tax id (optional)"
      help="If you buy as a business, for example DE123456789. It appears on the invoice."
      autocomplete="off"
      value={values.taxId}
      error={errors.taxId}
    />
    <TextField
      name="businessName"
      label="Business name (optional)"
      autocomplete="organization"
      value={values.businessName}
      error={errors.businessName}
    />
  </>
);
