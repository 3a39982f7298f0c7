import type Stripe from 'stripe';
import { shown } from '../wording.js';
import { Shell } from './shell.js';

/** Stands for the page of the buyer's bank. */
export const ChallengePage = ({ session }: { session: Stripe.Checkout.Session }): JSX.Element => (
  <Shell title="Confirm the payment">
    <main class="card">
      <p class="seller">3-D Secure, demo bank</p>
      <h1>Is this you?</h1>
      <p>
        Glabella asks to charge your card <strong safe>{shown(session.amount_total!, session.currency!)}</strong>. A
        real bank would now ask for a code or a fingerprint.
      </p>
      <form class="choices" method="post" action={`/c/pay/${session.id}/challenge`}>
        <button class="main" type="submit" name="decision" value="approve">
          Approve the payment
        </button>
        <button class="quiet" type="submit" name="decision" value="refuse">
          Refuse it
        </button>
      </form>
    </main>
  </Shell>
);
