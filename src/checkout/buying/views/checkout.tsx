import type { Quote } from '../../../bundles/index.js';
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
import { QuoteTable } from '../../orders/views/quote-table.js';

interface Props {
  page: PageContext;
  quote: Quote;
  product: string;
  key: string;
  form: FormState;
}

/** The price the buyer confirms, with its reasons and how long it holds. */
export function CheckoutView({ page, quote, product, key, form }: Props): JSX.Element {
  const total = formatMoney(quote.total);
  const ends = quote.lines.flatMap((line) => line.reasons.flatMap((reason) => reason.endsAt ?? [])).sort()[0];
  return (
    <Layout page={page} title="Check your order" width="form" form={form}>
      <PageHeader title="Check your order" lead="You pay on the next page, at Stripe. We never see your card." />
      <FormErrors form={form} />
      <Card>
        <QuoteTable quote={quote} />
      </Card>
      <Alert kind="info">
        <p safe>
          {`When you continue, this price is locked for you for 31 minutes, the life of the payment page${
            ends ? `, even if the offer ends meanwhile (it ends ${formatInstant(new Date(ends))})` : ''
          }. You are never charged more than ${total}.`}
        </p>
      </Alert>
      <form method="post" action="/checkout" class="checkout-confirm">
        <input type="hidden" name="product" value={product} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="amount" value={String(quote.total.amount)} />
        <input type="hidden" name="currency" value={quote.total.currency} />
        <Button icon="lock">
          <span safe>{`Continue to pay ${total}`}</span>
        </Button>
      </form>
      <p class="soft" safe>
        {`Your receipt goes to ${page.viewer?.email}. Access opens as soon as the payment is confirmed.`}
      </p>
    </Layout>
  );
}
