import { offersDebit } from '../read-attempt.js';
import type { PaymentPageProps } from './payment-page.js';
import { TestCards } from './test-cards.js';
import { TextField } from './text-field.js';

type MethodsProps = Pick<PaymentPageProps, 'session' | 'values' | 'errors'>;

/** How to pay: a card, chosen or typed, or a bank debit where there is one. */
export const Methods = ({ session, values, errors }: MethodsProps): JSX.Element => (
  <>
    {offersDebit(session) ? <MethodChoice chosen={values.method} error={errors.method} /> : ''}
    <div class="by-card">
      <TestCards chosen={values.testCard} error={errors.testCard} />
      <CardFields values={values} errors={errors} />
    </div>
    <p class="debit-note">
      A bank debit takes days in real life. Your order waits, without access, until the bank has answered; in this demo
      the control plane of the stand-in answers for the bank.
    </p>
  </>
);

const CardFields = ({ values, errors }: Omit<MethodsProps, 'session'>): JSX.Element => (
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
        placeholder="04/34"
        value={values.expiry}
        error={errors.expiry}
      />
      <TextField
        name="cvc"
        label="CVC"
        inputmode="numeric"
        autocomplete="cc-csc"
        placeholder="123"
        value=""
        error={errors.cvc}
      />
    </div>
    <TextField name="name" label="Name on card" autocomplete="cc-name" value={values.name} error={errors.name} />
  </div>
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
      debit (takes days)
    </label>
  </fieldset>
);
