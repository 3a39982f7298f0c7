import { filterAddress, LinkButton, Table } from '../../../web/index.js';
import type { OfferSale } from '../flows.queries.js';
import { monthName } from '../month-names.js';
import type { MonthReport } from '../month-report.js';
import { Figure } from './parts.js';

const columns = [
  { label: 'Product' },
  { label: 'Offer' },
  { label: 'Market' },
  { label: 'Units', numeric: true },
  { label: 'At list price', numeric: true },
  { label: 'Discount', numeric: true },
  { label: 'of list', numeric: true },
  { label: 'Net', numeric: true },
];

/** What offers sold in the month, and what they gave away for it; beside what was sold at list price. */
export function Offers({ report }: { report: MonthReport }): JSX.Element {
  const { month, currency, offers } = report;
  if (offers.length === 0) return '';
  return (
    <section class="section">
      <h2>Offers compared</h2>
      <p class="soft" safe>
        {`Orders of ${monthName(month)}. Discount is what list prices came down by, for whatever reason; net is without tax.`}
      </p>
      <div class="books-table">
        <Table
          caption={`Sales by offer in ${monthName(month)}`}
          columns={columns}
          rows={offers.map((sale) => cells(sale, report))}
        />
      </div>
      <p class="no-print">
        <LinkButton
          look="quiet"
          icon="download"
          href={filterAddress('/api/books/offers.csv', { month: month.slice(0, 7), currency })}
        >
          CSV
        </LinkButton>
      </p>
    </section>
  );
}

const cells = (sale: OfferSale, { currency, from, to }: MonthReport): JSX.Element[] => [
  <span safe>{sale.product}</span>,
  <span safe>{sale.offer ?? 'List price'}</span>,
  <span safe>{sale.market}</span>,
  <a href={ordersAddress(sale, from, to)}>{sale.units}</a>,
  <Figure amount={sale.list} currency={currency} />,
  <Figure amount={sale.discount} currency={currency} />,
  <span safe>{share(sale)}</span>,
  <Figure amount={sale.net} currency={currency} />,
];

const ordersAddress = ({ productSlug, offerId, market }: OfferSale, from: string, to: string): string =>
  filterAddress('/admin/orders', { product: productSlug, offer: offerId, market, from, to });

const share = ({ list, discount }: OfferSale): string => (list > 0 ? `${((100 * discount) / list).toFixed(1)} %` : '');
