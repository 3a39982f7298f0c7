import type { Market } from '../../../bundles/index.js';
import { formatMoney } from '../../../shared/index.js';
import {
  EmptyState,
  Field,
  filterAddress,
  FilterBar,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  Select,
  Stat,
  Stats,
  Table,
  Time,
} from '../../../web/index.js';
import { OrderStatusBadge, statusWords } from '../../orders/views/order-status.js';
import { type DeskFilter, orderStatuses, type Sort } from '../desk-filter.js';
import type { DeskRow, DeskTotal } from '../desk.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  filter: DeskFilter;
  rows: DeskRow[];
  totals: DeskTotal[];
  products: { slug: string; title: string }[];
  markets: Market[];
  next: string | null;
}

export const deskAddress = '/admin/orders';

/** Every order, found by whatever a person may have in hand. */
export function OrdersDesk({ page, form, filter, rows, totals, products, markets, next }: Props): JSX.Element {
  const kept = { ...filter, after: undefined, limit: undefined };
  return (
    <Layout page={page} title="Orders" width="wide" tone="working" form={form}>
      <PageHeader title="Orders" lead="Search by person, e-mail, order, receipt or invoice number, or any Stripe id." />
      <FormErrors form={form} />
      <FilterBar
        action={deskAddress}
        label="Find orders"
        clearHref={deskAddress}
        exportHref={filterAddress('/api/admin/orders.csv', kept)}
      >
        <Field form={form} name="q" label="Search" type="search" />
        <Select form={form} name="status" label="Status" placeholder="Any" options={orderStatuses.map(statusOption)} />
        <Select form={form} name="product" label="Product" placeholder="Any" options={products.map(productOption)} />
        <Select form={form} name="market" label="Market" placeholder="Any" options={markets.map(marketOption)} />
        <Field form={form} name="offer" label="Offer" size="medium" />
        <Field form={form} name="code" label="Promotion code" size="medium" />
        <Field form={form} name="from" label="From" type="date" />
        <Field form={form} name="to" label="To" type="date" />
        {filter.sort === 'newest' ? '' : <input type="hidden" name="sort" value={filter.sort} />}
      </FilterBar>
      <Stats>
        {totals.map(({ currency, count, total }) => (
          <Stat
            label={`Ordered, ${currency}`}
            value={formatMoney({ amount: total, currency })}
            note={count === 1 ? '1 order' : `${count} orders`}
          />
        ))}
      </Stats>
      {rows.length === 0 ? (
        <EmptyState title="No order matches" text="Change the filter, or clear it to see every order." icon="receipt" />
      ) : (
        <Table caption="Orders" columns={columnsOf(filter)} rows={rows.map(cells)} />
      )}
      <Pagination
        previousHref={filter.after ? filterAddress(deskAddress, kept) : undefined}
        nextHref={next ? filterAddress(deskAddress, { ...kept, after: next }) : undefined}
      />
    </Layout>
  );
}

const statusOption = (status: (typeof orderStatuses)[number]) => ({ value: status, label: statusWords(status) });
const productOption = ({ slug, title }: { slug: string; title: string }) => ({ value: slug, label: title });
const marketOption = ({ name, label }: Market) => ({ value: name, label });

function columnsOf(filter: DeskFilter) {
  const kept = { ...filter, after: undefined, limit: undefined };
  const sortable = (label: string, down: Sort, up: Sort) => ({
    label,
    sortHref: filterAddress(deskAddress, { ...kept, sort: filter.sort === down ? up : down }),
    ...(filter.sort === down && { sorted: 'descending' as const }),
    ...(filter.sort === up && { sorted: 'ascending' as const }),
  });
  return [
    { label: 'Order' },
    sortable('Ordered', 'newest', 'oldest'),
    { label: 'Status' },
    { ...sortable('Total', 'dearest', 'cheapest'), numeric: true },
    { label: 'Buyer' },
    { label: 'What' },
    { label: 'Code' },
  ];
}

export const purposeWords = { self: 'Themselves', gift: 'A gift', seats: 'A clinic' } as const;

const cells = (row: DeskRow): JSX.Element[] => [
  <a class="nowrap" href={`${deskAddress}/${row.number}`} safe>
    {row.number}
  </a>,
  <Time at={row.placedAt} />,
  <OrderStatusBadge status={row.status} isLost={row.isLost} />,
  <span safe>{formatMoney({ amount: row.total, currency: row.currency })}</span>,
  <span safe>{`${row.buyerName} (${row.buyerEmail})`}</span>,
  <>
    <span safe>{row.what}</span>
    {row.purpose === 'self' ? '' : <span class="quote-note" safe>{`For: ${purposeWords[row.purpose]}`}</span>}
  </>,
  <span safe>{row.code ?? ''}</span>,
];
