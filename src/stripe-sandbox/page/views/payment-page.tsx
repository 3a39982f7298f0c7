import type Stripe from 'stripe';
import type { FieldErrors, FormValues } from '../form-values.js';
import { offersDebit } from '../read-attempt.js';
import { shown } from '../wording.js';
import { Shell } from './shell.js';
import { Summary } from './summary.js';
import { TestCards } from './test-cards.js';
import { TextField } from './text-field.js';

export interface PaymentPageProps {
  session: Stripe.Checkout.Session;
  items: Stripe.LineItem[];
  now: number;
  values: FormValues & { cvc?: string };
  errors: FieldErrors;
}

export function PaymentPage({ session, items, now, values, errors }: PaymentPageProps): JSX.Element {
  const total = shown(session.amount_total!, session.currency!);
  const isFree = session.amount_total === 0;
  return (
    <Shell title={`Pay ${total}`}>
      <main class="pay">
        <Summary session={session} items={items} now={now} />
        <section class="details" aria-labelledby="pay-title">
          <h1 id="pay-title">{isFree ? 'Confirm your order' : 'Payment details'}</h1>
          <ErrorSummary errors={errors} />
          <form method="post" action={`/c/pay/${session.id}`} novalidate>
            <TextField
              name="email"
              label="E-mail"
              type="email"
              inputmode="email"
              autocomplete="email"
              value={values.email}
              error={errors.email}
            />
            {isFree ? '' : <Methods session={session} values={values} errors={errors} />}
            <button class="main" type="submit">
              {isFree ? 'Complete order' : <span safe>{`Pay ${total}`}</span>}
            </button>
            {isFree ? '' : <TestCards />}
          </form>
        </section>
      </main>
    </Shell>
  );
}

type MethodsProps = Pick<PaymentPageProps, 'session' | 'values' | 'errors'>;

const Methods = ({ session, values, errors }: MethodsProps): JSX.Element => (
  <>
    {offersDebit(session) ? <MethodChoice chosen={values.method} error={errors.method} /> : ''}
    <div class="card-fields">
      <TextField
        name="cardNumber"
        label="Card number"
        inputmode="numeric"
        autocomplete="cc-number"
        placeholder="4242 4242 4242 4242"
        value={values.cardNumber}
        error={errors.cardNumber}
      />
      <div class="pair">
        <TextField
          name="expiry"
          label="Expiry (MM/YY)"
          inputmode="numeric"
          autocomplete="cc-exp"
          placeholder="04/31"
          value={values.expiry}
          error={errors.expiry}
        />
        <TextField
          name="cvc"
          label="CVC"
          inputmode="numeric"
          autocomplete="cc-csc"
          placeholder="123"
          value={values.cvc ?? ''}
          error={errors.cvc}
        />
      </div>
      <TextField name="name" label="Name on card" autocomplete="cc-name" value={values.name} error={errors.name} />
    </div>
    <p class="debit-note">
      A bank debit takes days in real life. The order waits for the bank’s answer, which in this demo comes from the
      control plane.
    </p>
  </>
);

const MethodChoice = ({ chosen, error }: { chosen: string; error: string | undefined }): JSX.Element => (
  <fieldset class="methods">
    <legend>Pay with</legend>
    {error ? (
      <p class="error" id="method-error" safe>
        {error}
      </p>
    ) : (
      ''
    )}
    <label for="method">
      <input type="radio" id="method" name="method" value="card" checked={chosen !== 'bank_debit'} /> Card
    </label>
    <label for="method-debit">
      <input type="radio" id="method-debit" name="method" value="bank_debit" checked={chosen === 'bank_debit'} /> Bank
      debit (delayed, demo)
    </label>
  </fieldset>
);

const ErrorSummary = ({ errors }: { errors: FieldErrors }): JSX.Element => {
  const all = Object.entries(errors);
  if (all.length === 0) return '';
  return (
    <div class="errors" role="alert">
      <h2>You have not been charged</h2>
      <ul>
        {all.map(([name, message]) => (
          <li>
            <a href={`#${name}`} safe>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
