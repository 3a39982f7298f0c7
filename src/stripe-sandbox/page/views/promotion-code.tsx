import type Stripe from 'stripe';
import { TextField } from './text-field.js';

interface Props {
  session: Stripe.Checkout.Session;
  value: string;
  error: string | undefined;
}

/** A form of its own before the payment: a code changes the total, which is shown before anything is paid. */
export const PromotionCode = ({ session, value, error }: Props): JSX.Element => (
  <form class="code" method="post" action={`/c/pay/${session.id}/code`} novalidate>
    <TextField name="promotionCode" label="Promotion code" autocomplete="off" value={value} error={error} />
    <button class="quiet" type="submit">
      Apply
    </button>
  </form>
);
