import { formatInstant, formatMoney } from '../../../shared/index.js';
import {
  ActForm,
  Alert,
  Button,
  Card,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Radios,
  Textarea,
} from '../../../web/index.js';
import type { RefundPreview } from '../preview-refund.js';
import type { SoldOrder } from '../refund-case.js';
import type { QuotedLine } from '../refund-quote.js';
import type { RefundRequest } from '../refund.queries.js';
import { RefundQuoteTable } from './refund-quote-table.js';

interface Props {
  page: PageContext;
  form: FormState;
  preview: RefundPreview;
  /** One that waits to be decided. */
  open: RefundRequest | undefined;
}

/** What would go back, to the cent, and what would close, before anybody asks for it. */
export function MyRefund({ page, form, preview, open }: Props): JSX.Element {
  const { order, quote } = preview;
  const title = `Refund of order ${order.number}`;
  return (
    <Layout
      page={page}
      title={title}
      form={form}
      breadcrumbs={[
        { href: '/orders', label: 'Orders' },
        { href: `/orders/${order.number}`, label: order.number },
        { label: 'Refund' },
      ]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={title}
        lead="This is what your order's terms give back at this moment. Nothing happens until you ask."
      />
      <p safe>{`${quote.policy} The period ends on ${formatInstant(new Date(quote.until))}.`}</p>
      <Card>
        <RefundQuoteTable quote={quote} />
      </Card>
      <CreditNote order={preview.order} />
      <Certificates preview={preview} />
      {open ? <Asked request={open} disputed={preview.order.disputed} /> : <Ask form={form} preview={preview} />}
    </Layout>
  );
}

/** Why less goes back than was paid, and what asking does to a checkout that counts on this purchase. */
function CreditNote({ order: { creditOrders } }: { order: SoldOrder }): JSX.Element {
  if (creditOrders.length === 0) return '';
  const sentences = creditOrders.map(({ number, isOpen }) =>
    isOpen
      ? `Your open checkout ${number} counts on this purchase as credit. Asking for the refund ends that checkout.`
      : `A part was used as credit for order ${number}. If that order is refunded too, this part goes back by itself.`,
  );
  return <p safe>{sentences.join(' ')}</p>;
}

function Certificates({ preview }: { preview: RefundPreview }): JSX.Element {
  const { certificates } = preview.effects;
  if (certificates.length === 0) return '';
  const text = `What you earned stays yours: ${certificates.map(({ title }) => title).join(', ')} stays valid after a refund.`;
  return <p safe>{text}</p>;
}

const Asked = ({ request, disputed }: { request: RefundRequest; disputed: boolean }): JSX.Element => (
  <Alert kind="info" title="You asked for this refund">
    <p safe>
      {`${formatMoney(request.quote.total)}, asked for on ${formatInstant(request.askedAt)}. ${
        disputed
          ? 'Your bank holds the payment now: we wait for what it decides, and write to you.'
          : 'We decide and write to you; the amount no longer changes.'
      }`}
    </p>
    <ActForm action={`/refund-requests/${request.id}/withdrawal`} label="Take the request back" />
  </Alert>
);

function Ask({ form, preview: { order, quote } }: { form: FormState; preview: RefundPreview }): JSX.Element {
  const lines = quote.lines.filter((line) => !line.refusal);
  if (lines.length === 0) {
    return (
      <Alert kind="info" title="Nothing can be refunded by the terms of this order">
        <p>If you think that is wrong, answer the mail with your receipt: a person reads it.</p>
      </Alert>
    );
  }
  return (
    <section class="section">
      <h2>Ask for it</h2>
      <form class="form" method="post" action={`/orders/${order.number}/refund`}>
        <input type="hidden" name="currency" value={quote.currency} />
        <Radios
          form={form}
          name="what"
          label="What do you want refunded?"
          options={choices(lines, order.instalments.count > 0)}
          required
        />
        <Textarea form={form} name="reason" label="Why do you want your money back?" rows={3} required />
        <Button look="danger">Ask for the refund</Button>
      </form>
    </section>
  );
}

/** Each line, and all of them where there are several; the value carries the amount that is shown. */
function choices(lines: QuotedLine[], onlyWhole: boolean): { value: string; label: string; help: string }[] {
  const one = (of: QuotedLine[], title: string) => {
    const amount = of.reduce((sum, line) => sum + line.amount.amount, 0);
    const courses = of.reduce((sum, line) => sum + line.courses.length, 0);
    const shown = formatMoney({ amount, currency: of[0]!.amount.currency });
    return {
      value: `${of.map(({ lineId }) => lineId).join('+')}:${amount}`,
      label: `${title}: ${shown} goes back`,
      help: `Your access by this order to ${courses === 1 ? 'this course' : `these ${courses} courses`} ends.`,
    };
  };
  const each = onlyWhole && lines.length > 1 ? [] : lines.map((line) => one([line], line.title));
  return [...each, ...(lines.length > 1 ? [one(lines, 'Everything')] : [])];
}
