import { formatInstant, formatMoney } from '../../../shared/index.js';
import {
  Alert,
  Button,
  Card,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
} from '../../../web/index.js';
import { PromiseList } from '../../orders/views/promise-list.js';
import { QuoteTable } from '../../orders/views/quote-table.js';
import { choiceFields } from '../choice.js';
import type { Review } from '../review-checkout.js';
import { ForWhom } from './for-whom.js';
import { Overlapping, PausedAlready } from './overlapping.js';
import { PayChoice } from './pay-choice.js';
import { PriceForm } from './price-form.js';
import { PurposeChoice } from './purpose-choice.js';

interface Props {
  page: PageContext;
  review: Review;
  key: string;
  form: FormState;
}

/** The price the buyer confirms, with its reasons, what is promised with it, and how long it holds. */
export function CheckoutView({ page, review, key, form }: Props): JSX.Element {
  const { quote, promise, choice } = review;
  const isFree = quote.total.amount === 0;
  const lead = isFree ? 'There is nothing to pay.' : 'You pay on the next page, at Stripe. We never see your card.';
  return (
    <Layout page={page} title="Check your order" width="form" form={form}>
      <PageHeader title="Check your order" lead={lead} />
      <FormErrors form={form} />
      <PausedAlready courses={review.paused} />
      <Overlapping orders={review.overlapping} />
      <PurposeChoice choice={choice} />
      <Card>
        <QuoteTable quote={quote} />
      </Card>
      {review.open ? '' : <PriceForm choice={choice} form={form} />}
      {review.open || !review.instalments ? '' : <PayChoice review={review} />}
      <Card title="What you get, and what holds">
        <PromiseList promise={promise} total={quote.total} isOpen />
      </Card>
      {isFree ? '' : <PriceLock review={review} />}
      <form method="post" action="/checkout" class="form checkout-confirm" novalidate>
        {Object.entries(choiceFields(choice)).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="amount" value={String(quote.total.amount)} />
        <input type="hidden" name="currency" value={quote.total.currency} />
        <ForWhom choice={choice} form={form} />
        <Button icon={isFree ? undefined : 'lock'}>
          <span safe>{buttonWords(review)}</span>
        </Button>
      </form>
      <p class="soft" safe>
        {`By continuing you accept what holds above; it is written down with your order. Your receipt goes to ${page.viewer?.email}. ${afterwards(review)}`}
      </p>
    </Layout>
  );
}

const openWords = { self: 'Access opens', gift: 'We write to whom it is for', seats: 'The seats open' };

const afterwards = ({ quote, choice }: Review): string =>
  `${openWords[choice.purpose]} ${quote.total.amount === 0 ? 'at once' : 'as soon as the payment is confirmed'}.`;

function buttonWords({ quote, promise }: Review): string {
  if (quote.total.amount === 0) return 'Place the order, nothing to pay';
  const due = formatMoney(promise.plan?.instalments[0]?.amount ?? quote.total);
  return `Continue to pay ${due}${quote.tax === 'added' ? ' plus tax' : ''}`;
}

/** How long the price holds, beside what ends. */
function PriceLock({ review: { quote, promise, open } }: { review: Review }): JSX.Element {
  const { offer, lockedUntil } = promise.price;
  const until = open
    ? `Your checkout is open: this price is honoured until ${formatInstant(new Date(lockedUntil))}`
    : 'When you continue, this price is honoured for 31 minutes, the life of the payment page';
  const meanwhile = offer
    ? `, even if the offer ends meanwhile (it ends ${formatInstant(new Date(offer.endsAt))})`
    : '';
  const tax = quote.tax === 'added' ? ' before tax, which the payment page shows before you pay' : '';
  return (
    <Alert kind="info">
      <p safe>{`${until}${meanwhile}. You are never charged more than ${formatMoney(quote.total)}${tax}.`}</p>
    </Alert>
  );
}
