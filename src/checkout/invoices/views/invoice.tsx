import { formatMoney } from '../../../shared/index.js';
import {
  Card,
  DefinitionList,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Table,
  Time,
} from '../../../web/index.js';
import { type InvoiceContent, kindTitle } from '../invoice-content.js';
import { customerLines, moneyHead, rateText, sellerLines } from '../invoice-words.js';

interface Props {
  page: PageContext;
  invoice: InvoiceContent;
}

/** One document as a page: what the PDF says, in every script. */
export function InvoiceView({ page, invoice }: Props): JSX.Element {
  const title = `${kindTitle[invoice.kind]} ${invoice.number}`;
  return (
    <Layout
      page={page}
      title={title}
      tone="working"
      breadcrumbs={[{ href: '/orders', label: 'Orders' }, { label: title }]}
    >
      <PageHeader
        title={title}
        actions={
          <LinkButton href={`/invoices/${invoice.number}.pdf`} icon="download" look="secondary">
            PDF
          </LinkButton>
        }
      />
      <Card class="receipt">
        <DefinitionList items={factsOf(invoice)} />
      </Card>
      <section class="section">
        <h2>What it is for</h2>
        <Lines invoice={invoice} />
      </section>
      {invoice.taxes.length > 0 ? (
        <section class="section">
          <h2>Tax</h2>
          <Taxes invoice={invoice} />
        </section>
      ) : (
        ''
      )}
      <section class="section">
        <h2 safe>{moneyHead[invoice.kind]}</h2>
        <Payments invoice={invoice} />
        {invoice.notes.map((note) => (
          <p safe>{note}</p>
        ))}
      </section>
    </Layout>
  );
}

function factsOf(invoice: InvoiceContent) {
  const { seller, customer, order } = invoice;
  return [
    { term: 'From', detail: <Lined lines={[seller.name, ...sellerLines(seller)]} /> },
    { term: 'To', detail: <Lined lines={[customer.name, ...customerLines(customer)]} /> },
    { term: 'Issued', detail: <Time at={new Date(invoice.issuedAt)} /> },
    { term: 'Order', detail: <span safe>{order.number}</span> },
    ...(order.receiptNumber ? [{ term: 'Receipt', detail: <span safe>{order.receiptNumber}</span> }] : []),
    ...invoice.refersTo.map(({ number }) => ({
      term: 'Refers to',
      detail: (
        <a href={`/invoices/${number}`} safe>
          {number}
        </a>
      ),
    })),
  ];
}

const Lined = ({ lines }: { lines: string[] }): JSX.Element => (
  <ul class="lines">
    {lines.map((line) => (
      <li>
        <bdi safe>{line}</bdi>
      </li>
    ))}
  </ul>
);

function Lines({ invoice }: { invoice: InvoiceContent }): JSX.Element {
  const amount = (value: number) => <span safe>{formatMoney({ amount: value, currency: invoice.currency })}</span>;
  return (
    <Table
      caption="What the document is for"
      columns={[
        { label: 'Description' },
        { label: 'Quantity', numeric: true },
        { label: 'Net', numeric: true },
        { label: 'Tax', numeric: true },
        { label: 'Amount', numeric: true },
      ]}
      rows={invoice.lines.map((line) => [
        <>
          <span safe>{line.title}</span>
          {line.reasons.map((reason) => (
            <span class="quote-note" safe>
              {`${reason.label}: ${formatMoney({ amount: reason.amount, currency: invoice.currency })}`}
            </span>
          ))}
        </>,
        <span>{line.quantity}</span>,
        amount(line.net),
        amount(line.tax),
        amount(line.gross),
      ])}
      totals={[<span>Total</span>, '', amount(invoice.net), amount(invoice.tax), amount(invoice.gross)]}
    />
  );
}

function Taxes({ invoice }: { invoice: InvoiceContent }): JSX.Element {
  const amount = (value: number) => <span safe>{formatMoney({ amount: value, currency: invoice.currency })}</span>;
  return (
    <Table
      caption="Tax by rate"
      columns={[
        { label: 'Tax' },
        { label: 'Rate', numeric: true },
        { label: 'On', numeric: true },
        { label: 'Amount', numeric: true },
      ]}
      rows={invoice.taxes.map((tax) => [
        <span safe>{rateText(tax)}</span>,
        <span safe>{`${tax.percent} %`}</span>,
        amount(tax.taxable),
        amount(tax.amount),
      ])}
    />
  );
}

const Payments = ({ invoice }: { invoice: InvoiceContent }): JSX.Element => (
  <ul>
    {invoice.payments.map((payment) => (
      <li>
        <span
          safe
        >{`${formatMoney({ amount: payment.amount, currency: invoice.currency })}, ${payment.method}, `}</span>
        <Time at={new Date(payment.at)} />
        {', '}
        <code safe>{payment.reference}</code>
      </li>
    ))}
  </ul>
);
