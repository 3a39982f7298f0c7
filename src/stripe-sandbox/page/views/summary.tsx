import type Stripe from 'stripe';
import { needsLocation } from '../../sessions/locate-buyer.js';
import { breakdownOf } from '../../sessions/totals.js';
import { shown, taxLabel, timeLeft } from '../wording.js';

interface Props {
  session: Stripe.Checkout.Session;
  items: Stripe.LineItem[];
  now: number;
}

/** What is bought, from whom, and how the total comes about. */
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
    <h2 class="seller" id="summary-title">
      Pay Glabella
    </h2>
    <p class="total" safe>
      {shown(session.amount_total!, session.currency!)}
    </p>
    {needsLocation(session) ? <p class="until">Tax is added once we know where you are.</p> : ''}
    <table class="lines">
      <caption class="hidden">What you are paying for</caption>
      <tbody>
        {items.map((item) => (
          <Line item={item} />
        ))}
      </tbody>
      <tfoot>
        <Steps session={session} items={items} />
        <tr class="sum">
          <th scope="row">{needsLocation(session) ? 'Total before tax' : 'Total'}</th>
          <td safe>{shown(session.amount_total!, session.currency!)}</td>
        </tr>
      </tfoot>
    </table>
    <p class="until" safe>
      {timeLeft(session.expires_at, now)}
    </p>
  </section>
);

const Line = ({ item }: { item: Stripe.LineItem }): JSX.Element => (
  <tr>
    <th scope="row">
      <span safe>{item.description ?? 'Item'}</span>
      {item.quantity! > 1 ? (
        <small safe>{`${item.quantity} × ${shown(item.price!.unit_amount!, item.currency)}`}</small>
      ) : (
        ''
      )}
    </th>
    <td safe>{shown(item.amount_subtotal, item.currency)}</td>
  </tr>
);

/** From the lines to the total: discounts and taxes, where there are any. */
function Steps({ session, items }: Omit<Props, 'now'>): JSX.Element {
  const { amount_subtotal, currency, total_details: details } = session;
  const { discounts, taxes } = breakdownOf(items);
  const off = details!.amount_discount;
  if (off === 0 && taxes.length === 0) return '';
  return (
    <>
      <Step label="Subtotal" amount={shown(amount_subtotal!, currency!)} />
      {off > 0 ? <Step label={discountLabel(discounts)} amount={shown(-off, currency!)} /> : ''}
      {taxes.map((tax) => (
        <Step label={taxLabel(tax)} amount={shown(tax.amount, currency!)} />
      ))}
    </>
  );
}

const Step = ({ label, amount }: { label: string; amount: string }): JSX.Element => (
  <tr>
    <th scope="row" safe>
      {label}
    </th>
    <td safe>{amount}</td>
  </tr>
);

function discountLabel(discounts: Stripe.Checkout.Session.TotalDetails.Breakdown.Discount[]): string {
  const coupons = discounts.map(({ discount }) => discount.source.coupon);
  const names = coupons.map((coupon) => (typeof coupon === 'object' ? coupon?.name : null)).filter(Boolean);
  return names.length > 0 ? `Discount (${names.join(', ')})` : 'Discount';
}
