import { AddressFields } from './address-fields.js';
import { ErrorSummary } from './error-summary.js';
import type { PaymentPageProps } from './payment-page.js';
import { Shell } from './shell.js';
import { Summary } from './summary.js';
import { TextField } from './text-field.js';

/** The first of two steps where the tax depends on where the buyer is: nothing is paid before it was shown. */
export const AddressPage = ({ session, items, now, values, errors }: PaymentPageProps): JSX.Element => (
  <Shell title="Your address" hasErrors={Object.keys(errors).length > 0}>
    <main class="pay">
      <Summary session={session} items={items} now={now} />
      <section class="details" aria-labelledby="pay-title">
        <p class="step">Step 1 of 2</p>
        <h1 id="pay-title">Your address</h1>
        <p class="lead">The tax depends on where you are. You see it before you pay.</p>
        <ErrorSummary errors={errors} />
        <form method="post" action={`/c/pay/${session.id}/address`} novalidate>
          <TextField
            name="email"
            label="E-mail"
            type="email"
            inputmode="email"
            autocomplete="email"
            value={values.email}
            error={errors.email}
          />
          <AddressFields session={session} values={values} errors={errors} />
          <button class="main" type="submit">
            Review the total
          </button>
        </form>
      </section>
    </main>
  </Shell>
);
