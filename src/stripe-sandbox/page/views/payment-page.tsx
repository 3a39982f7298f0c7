import type Stripe from 'stripe';
import type { FieldErrors, FormValues } from '../form-values.js';
import { asksForAddress } from '../read-location.js';
import { placeText, shown } from '../wording.js';
import { AddressFields } from './address-fields.js';
import { ErrorSummary } from './error-summary.js';
import { Methods } from './methods.js';
import { PromotionCode } from './promotion-code.js';
import { Shell } from './shell.js';
import { Summary } from './summary.js';
import { TextField } from './text-field.js';

export interface PaymentPageProps {
  session: Stripe.Checkout.Session;
  items: Stripe.LineItem[];
  now: number;
  values: FormValues;
  errors: FieldErrors;
}

/** The only step, or the second where the tax had to be found out first. */
export function PaymentPage({ session, items, now, values, errors }: PaymentPageProps): JSX.Element {
  const total = shown(session.amount_total!, session.currency!);
  const isFree = session.amount_total === 0;
  const isSecond = session.automatic_tax.enabled;
  return (
    <Shell title={isFree ? 'Confirm your order' : `Pay ${total}`} hasErrors={Object.keys(errors).length > 0}>
      <main class="pay">
        <Summary session={session} items={items} now={now} />
        <section class="details" aria-labelledby="pay-title">
          {isSecond ? <p class="step">Step 2 of 2</p> : ''}
          <h1 id="pay-title">{isFree ? 'Confirm your order' : 'Payment details'}</h1>
          <ErrorSummary errors={errors} />
          {isSecond ? <Place session={session} /> : ''}
          {session.allow_promotion_codes ? (
            <PromotionCode session={session} value={values.promotionCode} error={errors.promotionCode} />
          ) : (
            ''
          )}
          <form method="post" action={`/c/pay/${session.id}`} novalidate>
            <input type="hidden" name="total" value={String(session.amount_total)} />
            <TextField
              name="email"
              label="E-mail"
              type="email"
              inputmode="email"
              autocomplete="email"
              value={values.email}
              error={errors.email}
            />
            {asksForAddress(session) && !isSecond ? (
              <AddressFields session={session} values={values} errors={errors} />
            ) : (
              ''
            )}
            {isFree ? '' : <Methods session={session} values={values} errors={errors} />}
            <button class="main" type="submit" id="total">
              {isFree ? 'Complete order' : <span safe>{`Pay ${total}`}</span>}
            </button>
          </form>
        </section>
      </main>
    </Shell>
  );
}

/** The address that decided the tax, with a way back to it. */
const Place = ({ session }: { session: Stripe.Checkout.Session }): JSX.Element => (
  <p class="place">
    <span safe>{placeText(session.customer_details)}</span>{' '}
    <a href={`/c/pay/${session.id}/address`}>Change the address</a>
  </p>
);
