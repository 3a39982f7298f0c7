import { formatMoney } from '../../../shared/index.js';
import { ActForm, Badge, EmptyState, type PageContext, Table, Time } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { BalanceCheckQueries, KeptCheck } from '../balance-check.queries.js';
import { agrees } from '../check-balance.js';

type Waiting = Awaited<ReturnType<BalanceCheckQueries['waiting']>>[number];

interface Props {
  page: PageContext;
  checks: KeptCheck[];
  waiting: Waiting[];
}

const columns = [
  { label: 'Compared' },
  { label: 'Verdict' },
  { label: 'At Stripe', numeric: true },
  { label: 'Sum of movements', numeric: true },
  { label: 'In the books', numeric: true },
  { label: 'Not booked yet', numeric: true },
];
const waitingColumns = [
  { label: 'Movement' },
  { label: 'When' },
  { label: 'Why it waits' },
  { label: 'Amount', numeric: true },
];

export function StripeBalanceView({ page, checks, waiting }: Props): JSX.Element {
  return (
    <BooksLayout
      page={page}
      title="Stripe balance"
      lead="Each day at 03:10 UTC the balance at Stripe is compared with account 1100."
      actions={<ActForm action="/books/stripe-balance/comparison" label="Compare now" icon="refresh-cw" />}
    >
      {checks.length === 0 ? (
        <EmptyState title="Not compared yet" text="Compare now, or wait for tonight." icon="scale" />
      ) : (
        <Table caption="Comparisons" columns={columns} rows={checks.map(cells)} />
      )}
      {waiting.length > 0 ? (
        <section>
          <h2>Not booked yet</h2>
          <Table caption="Not booked yet" columns={waitingColumns} rows={waiting.map(waitingCells)} />
        </section>
      ) : (
        ''
      )}
    </BooksLayout>
  );
}

function cells(check: KeptCheck): JSX.Element[] {
  const shown = (amount: number) => <span safe>{formatMoney({ amount, currency: check.currency })}</span>;
  return [
    <Time at={check.at} />,
    agrees(check) ? <Badge label="Agrees" kind="accent" /> : <Badge label="Differs" kind="signal" />,
    ...[check.stripe, check.pulled, check.booked, check.unposted].map(shown),
  ];
}

const waitingCells = (each: Waiting): JSX.Element[] => [
  <code safe>{`${each.category} ${each.id}`}</code>,
  <Time at={each.at} />,
  <span safe>{each.problem ?? 'It is booked within a minute'}</span>,
  <span safe>{formatMoney(each)}</span>,
];
