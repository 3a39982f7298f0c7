import { formatMoney } from '../../../shared/index.js';
import { EmptyState, type PageContext, Table, Time } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { SuspenseItem } from '../suspense.queries.js';
import { meaningOf } from '../suspense-words.js';

interface Props {
  page: PageContext;
  open: SuspenseItem[];
  resolved: SuspenseItem[];
}

const openColumns = [
  { label: 'Movement' },
  { label: 'When' },
  { label: 'What it may be' },
  { label: 'Order' },
  { label: 'Amount', numeric: true },
];
const resolvedColumns = [
  { label: 'Movement' },
  { label: 'Placed by' },
  { label: 'Why' },
  { label: 'Amount', numeric: true },
];

export function SuspenseView({ page, open, resolved }: Props): JSX.Element {
  return (
    <BooksLayout
      page={page}
      title="Suspense"
      lead="Money that moved at Stripe and that nobody could place. What becomes known leaves by itself; for the rest somebody says where it belongs."
    >
      {open.length === 0 ? (
        <EmptyState
          title="Nothing is in suspense"
          text="Every movement at Stripe has been placed."
          icon="circle-check"
        />
      ) : (
        <Table caption="In suspense" columns={openColumns} rows={open.map(openCells)} />
      )}
      {resolved.length > 0 ? (
        <section>
          <h2>Placed before</h2>
          <Table caption="Placed before" columns={resolvedColumns} rows={resolved.map(resolvedCells)} />
        </section>
      ) : (
        ''
      )}
    </BooksLayout>
  );
}

const link = ({ id }: SuspenseItem): JSX.Element => (
  <a href={`/books/suspense/${id}`}>
    <code safe>{id}</code>
  </a>
);

const openCells = (item: SuspenseItem): JSX.Element[] => [
  link(item),
  <Time at={item.at} date />,
  <span safe>{meaningOf(item).title}</span>,
  item.orderNumber ? (
    <a href={`/admin/orders/${item.orderNumber}`} safe>
      {item.orderNumber}
    </a>
  ) : (
    '–'
  ),
  <span safe>{formatMoney(item)}</span>,
];

const resolvedCells = (item: SuspenseItem): JSX.Element[] => [
  link(item),
  <span safe>{item.resolvedBy ?? 'The product'}</span>,
  <span safe>{item.note ?? 'It became known'}</span>,
  <span safe>{formatMoney(item)}</span>,
];
