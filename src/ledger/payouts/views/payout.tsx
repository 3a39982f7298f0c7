import type { PayoutMove } from '../../../checkout/index.js';
import { formatMoney } from '../../../shared/index.js';
import {
  ActForm,
  Alert,
  filterAddress,
  LinkButton,
  type PageContext,
  Pagination,
  Stat,
  Stats,
  Table,
  Time,
} from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { OnePayout } from '../read-payouts.js';
import { VerdictBadge } from './payout-verdict.js';

/** One payout and every movement it was made of. */
export function PayoutView({ page, payout, sums, moves, next }: OnePayout & { page: PageContext }): JSX.Element {
  const shown = (amount: number) => formatMoney({ amount, currency: payout.currency });
  const address = `/books/payouts/${payout.id}`;
  return (
    <BooksLayout
      page={page}
      title={`Payout of ${shown(payout.amount)}`}
      breadcrumbs={[{ href: '/books/payouts', label: 'Payouts' }, { label: payout.id }]}
      meta={<VerdictBadge verdict={payout.verdict} />}
      actions={<ActForm action={`${address}/reconciliation`} label="Ask Stripe again" icon="refresh-cw" />}
    >
      <Judgement payout={payout} />
      <Stats>
        <Stat label="Amount" value={shown(payout.amount)} note={payout.status} />
        <Stat
          label="Sum of its transactions"
          value={payout.transactionsNet === null ? '–' : shown(payout.transactionsNet)}
          note={payout.transactions === 1 ? '1 transaction' : `${payout.transactions} transactions`}
        />
      </Stats>
      <p class="soft">
        {'Created '}
        <Time at={payout.createdAt} />
        {', arrives '}
        <Time at={payout.arrivesAt} date />
        {', '}
        <code safe>{payout.id}</code>
      </p>
      {sums.length > 0 ? (
        <section class="section">
          <h2>What it was made of</h2>
          <Table
            caption="Sums by kind"
            columns={[{ label: 'Kind' }, { label: 'Count', numeric: true }, ...amounts]}
            rows={sums.map((sum) => [
              <span safe>{sum.category.replaceAll('_', ' ')}</span>,
              <span>{sum.count}</span>,
              <span safe>{shown(sum.amount)}</span>,
              <span safe>{shown(sum.fee)}</span>,
              <span safe>{shown(sum.net)}</span>,
            ])}
          />
        </section>
      ) : (
        ''
      )}
      {moves.length > 0 ? (
        <section class="section">
          <h2>Transactions</h2>
          <Table caption="Transactions, oldest first" columns={moveColumns} rows={moves.map(cells)} />
          <div class="cluster">
            <LinkButton href={`/api${address}/transactions.csv`} look="quiet" icon="download">
              CSV
            </LinkButton>
          </div>
        </section>
      ) : (
        ''
      )}
      <Pagination nextHref={next ? filterAddress(address, { after: next }) : undefined} />
    </BooksLayout>
  );
}

const amounts = [
  { label: 'Amount', numeric: true },
  { label: 'Fee', numeric: true },
  { label: 'Net', numeric: true },
];
const moveColumns = [
  { label: 'Transaction' },
  { label: 'At' },
  { label: 'Kind' },
  { label: 'Order' },
  { label: 'Source' },
  ...amounts,
];

function Judgement({ payout }: Pick<OnePayout, 'payout'>): JSX.Element {
  if (payout.verdict === 'manual') {
    return (
      <Alert kind="info" title="A manual payout cannot be matched">
        <p>Stripe does not say which transactions a payout that somebody started by hand was made of.</p>
      </Alert>
    );
  }
  if (payout.verdict === 'waiting') {
    return (
      <Alert kind="info" title="Stripe has not finished listing its transactions">
        <p>The payout is matched by itself when Stripe says so, usually within a day.</p>
      </Alert>
    );
  }
  if (payout.verdict === 'matched') return '';
  const difference = formatMoney({ amount: payout.amount - payout.transactionsNet!, currency: payout.currency });
  return (
    <Alert kind="danger" title="The transactions do not make up the payout">
      <p
        safe
      >{`The payout differs from the sum of its transactions by ${difference}. Ask Stripe again; if it stays, ask Stripe's support with the payout's id.`}</p>
    </Alert>
  );
}

function cells(move: PayoutMove): JSX.Element[] {
  const shown = (amount: number) => <span safe>{formatMoney({ amount, currency: move.currency })}</span>;
  return [
    <code safe>{move.id}</code>,
    <Time at={move.at} />,
    <span safe>{move.category.replaceAll('_', ' ')}</span>,
    move.orderNumber ? (
      <a class="nowrap" href={`/admin/orders/${move.orderNumber}`} safe>
        {move.orderNumber}
      </a>
    ) : (
      <span class="soft">Not an order</span>
    ),
    <code safe>{move.source ?? ''}</code>,
    shown(move.amount),
    shown(move.fee),
    shown(move.net),
  ];
}
