import { formatMoney, money } from '../../../shared/index.js';
import { ActForm, Alert, Card, Table, Time } from '../../../web/index.js';
import type { Instalment, InstalmentState } from '../instalment.queries.js';

interface Props {
  number: string;
  currency: string;
  instalments: readonly Instalment[];
}

const words: Record<InstalmentState, string> = {
  paid: 'Paid',
  due: 'Due',
  coming: 'To come',
  missed: 'Not paid, access paused',
  cancelled: 'Cancelled',
};

/** What is paid, what is to come, and how to pay it now. */
export function PlanCard({ number, currency, instalments }: Props): JSX.Element {
  if (instalments.length === 0) return '';
  const left = instalments.filter(({ state }) => state !== 'paid' && state !== 'cancelled');
  const overdue = left.filter(({ state }) => state !== 'coming');
  const now = overdue.length > 0 ? overdue : left.slice(0, 1);
  return (
    <Card title="Instalments">
      <Trouble overdue={overdue} />
      <Table
        caption="The instalments of this order"
        columns={[{ label: 'Due' }, { label: 'State' }, { label: 'Amount', numeric: true }]}
        rows={instalments.map(({ amount, dueAt, state }) => [
          <Time at={dueAt} />,
          <span safe>{words[state]}</span>,
          <span safe>{formatMoney(money(amount, currency))}</span>,
        ])}
      />
      {left.length > 0 ? (
        <div class="cluster">
          <ActForm
            action={`/orders/${number}/instalments/payment`}
            label={`Pay ${sumOf(now, currency)} now`}
            look={overdue.length > 0 ? 'primary' : 'secondary'}
            values={{ what: 'due' }}
          />
          {left.length > now.length ? (
            <ActForm
              action={`/orders/${number}/instalments/payment`}
              label={`Pay the rest, ${sumOf(left, currency)}`}
              values={{ what: 'rest' }}
            />
          ) : (
            ''
          )}
        </div>
      ) : (
        ''
      )}
    </Card>
  );
}

function Trouble({ overdue }: { overdue: readonly Instalment[] }): JSX.Element {
  if (overdue.some(({ state }) => state === 'missed')) {
    return (
      <Alert kind="warning" title="Your access is paused">
        <p>An instalment was not paid. Pay it here and your courses open again at once, with all your progress.</p>
      </Alert>
    );
  }
  if (!overdue.some(({ declined }) => declined)) return '';
  return (
    <Alert kind="warning" title="Your bank refused an instalment">
      <p>We try the same card again once a day. You can pay it here with another card.</p>
    </Alert>
  );
}

const sumOf = (instalments: readonly Instalment[], currency: string): string =>
  formatMoney(
    money(
      instalments.reduce((sum, { amount }) => sum + amount, 0),
      currency,
    ),
  );
