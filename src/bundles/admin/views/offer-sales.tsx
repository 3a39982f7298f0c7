import { formatMoney, money } from '../../../shared/index.js';
import { Table, Time } from '../../../web/index.js';
import type { OfferClaims } from '../evidence.js';
import type { OfferSale } from '../figures.js';

/** Orders placed at the price of an offer, also those that were never paid. */
export function OfferSales({ sales, claims }: { sales: OfferSale[]; claims: OfferClaims }): JSX.Element {
  const paid = sales.filter((sale) => sale.settledAt);
  const total = paid.reduce((sum, sale) => sum + sale.amount.amount, 0);
  const [first] = paid;
  return (
    <section class="section">
      <h2>Orders under it</h2>
      <p
        safe
      >{`Places at its price: ${claims.kept} paid for, ${claims.held} held by open checkouts, ${claims.released} given back unpaid.`}</p>
      {sales.length === 0 ? (
        <p class="soft">No order was placed under it.</p>
      ) : (
        <Table
          caption="Orders under this offer, the latest first"
          columns={[
            { label: 'Order' },
            { label: 'Placed' },
            { label: 'Paid' },
            { label: 'Status' },
            { label: 'Quantity', numeric: true },
            { label: 'Amount', numeric: true },
          ]}
          rows={sales.map((sale) => [
            <a href={`/admin/orders/${sale.orderNumber}`} safe>
              {sale.orderNumber}
            </a>,
            <Time at={sale.placedAt} />,
            sale.settledAt ? <Time at={sale.settledAt} /> : 'not paid',
            <span safe>{sale.status.replaceAll('_', ' ')}</span>,
            <span safe>{String(sale.quantity)}</span>,
            <span class="amount" safe>
              {formatMoney(sale.amount)}
            </span>,
          ])}
          totals={
            first && [
              <span safe>{`${paid.length} paid`}</span>,
              ...['', '', '', ''],
              <span class="amount" safe>
                {formatMoney(money(total, first.amount.currency))}
              </span>,
            ]
          }
        />
      )}
    </section>
  );
}
