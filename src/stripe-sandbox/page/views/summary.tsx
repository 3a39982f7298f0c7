import type Stripe from 'stripe';
import { shown, timeLeft } from '../wording.js';

interface Props {
  session: Stripe.Checkout.Session;
  items: Stripe.LineItem[];
  now: number;
}

export const Summary = ({ session, items, now }: Props): JSX.Element => (
  <section class="summary" aria-labelledby="summary-title">
    {session.cancel_url ? (
      <p>
        <a class="back" href={session.cancel_url}>
          <span aria-hidden="true">←</span> Cancel and go back
        </a>
      </p>
    ) : (
      ''
    )}
    <p class="seller" id="summary-title">
      Pay Glabella
    </p>
    <p class="total" safe>
      {shown(session.amount_total!, session.currency!)}
    </p>
    <table class="lines">
      <caption class="hidden">What you are paying for</caption>
      <tbody>
        {items.map((item) => (
          <tr>
            <th scope="row">
              <span safe>{item.description ?? 'Item'}</span>
              {item.quantity! > 1 ? (
                <small safe>{`${item.quantity} × ${shown(item.price!.unit_amount!, item.currency)}`}</small>
              ) : (
                ''
              )}
            </th>
            <td safe>{shown(item.amount_total, item.currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td safe>{shown(session.amount_total!, session.currency!)}</td>
        </tr>
      </tfoot>
    </table>
    <p class="until" safe>
      {timeLeft(session.expires_at, now)}
    </p>
  </section>
);
