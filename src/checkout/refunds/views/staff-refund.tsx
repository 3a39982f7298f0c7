import { formatMoney } from '../../../shared/index.js';
import {
  Alert,
  Button,
  Card,
  Checkboxes,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Radios,
  Textarea,
} from '../../../web/index.js';
import type { RefundPreview } from '../preview-refund.js';
import { effectSentence } from '../refund-effects.js';
import { RefundQuoteTable } from './refund-quote-table.js';

interface Props {
  page: PageContext;
  form: FormState;
  preview: RefundPreview;
  /** A refund that was made at Stripe and looks for its lines; without it, staff give money back. */
  allocating?: { id: string; amount: number };
}

/** Staff refund lines of an order, or say which lines a refund was for. */
export function StaffRefund({ page, form, preview, allocating }: Props): JSX.Element {
  const { order, quote, effects } = preview;
  const title = allocating ? `Which line of order ${order.number}?` : `Refund order ${order.number}`;
  const open = quote.lines.filter((line) => !line.refusal);
  const deciding = String(form.values.request ?? '');
  const amount = allocating && formatMoney({ amount: allocating.amount, currency: quote.currency });
  return (
    <Layout
      page={page}
      title={title}
      tone="working"
      form={form}
      breadcrumbs={[{ href: `/admin/orders/${order.number}`, label: order.number }, { label: 'Refund' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={title}
        lead={
          amount
            ? `${amount} was refunded in Stripe's dashboard.`
            : deciding
              ? 'This decides the request of the buyer: all that is left of some lines, or another amount.'
              : 'Outside the terms: all that is left, or another amount.'
        }
      />
      <Card>
        <RefundQuoteTable quote={quote} />
      </Card>
      {open.length === 0 ? (
        <Alert kind="info" title="Nothing is left to refund">
          <p safe>{quote.lines.map((line) => line.refusal).join(' ')}</p>
        </Alert>
      ) : (
        <form
          class="form"
          method="post"
          action={allocating ? `/admin/refunds/allocation/${allocating.id}` : `/admin/orders/${order.number}/refund`}
        >
          <Checkboxes
            form={form}
            name="lines"
            label="Lines"
            options={open.map((line) => ({
              value: line.lineId,
              label: line.title,
              help: `${formatMoney(line.amount)} is left, ${line.progressPercent}% studied`,
            }))}
          />
          {allocating ? (
            ''
          ) : (
            <Field
              form={form}
              name="amount"
              label={`Amount in ${quote.currency}`}
              help="Leave it empty for all that is left of these lines."
              size="short"
              inputmode="decimal"
            />
          )}
          <Radios
            form={form}
            name="access"
            label="Access by these lines"
            options={[
              { value: 'ends', label: 'Ends', help: `All lines together: ${effectSentence(quote, effects)}` },
              { value: 'stays', label: 'Stays open' },
            ]}
          />
          {deciding ? <input type="hidden" name="request" value={deciding} /> : ''}
          {allocating ? (
            ''
          ) : (
            <Textarea
              form={form}
              name="note"
              label={deciding ? 'The reason, as the buyer will read it' : 'Reason, for the record'}
              rows={3}
              required
            />
          )}
          <Button look="danger">{allocating ? 'These lines' : 'Refund'}</Button>
        </form>
      )}
    </Layout>
  );
}
