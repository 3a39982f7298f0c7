import { formatMoney, money } from '../../../shared/index.js';
import { EmptyState, LineChart, LinkButton, ShareBar, Stat, Stats, Table } from '../../../web/index.js';
import { daysBefore } from '../../prices/days.js';
import type { ProductSale, SalesTotal } from '../figures.js';
import type { Today } from '../read-today.js';
import { changeText, salesSeries } from '../sales-series.js';

interface SalesSectionProps {
  today: Today;
  /** The currency that is drawn; the busiest if none was chosen. */
  currency?: string;
}

/** What was charged, before refunds, in one currency; the others a link away. */
export function SalesSection({ today, currency }: SalesSectionProps): JSX.Element {
  const total = today.totals.find((each) => each.currency === currency) ?? today.totals[0];
  if (!total) {
    return (
      <EmptyState
        icon="chart-line"
        title="Nothing was sold in the last 60 days"
        text="Sales per day and by product stand here once somebody has paid."
      >
        <LinkButton href="/admin/bundles">Put a bundle on sale</LinkButton>
      </EmptyState>
    );
  }
  const format = (amount: number) => formatMoney(money(Math.round(amount), total.currency));
  return (
    <section class="section" aria-labelledby="sales-title">
      <h2 id="sales-title">Sales</h2>
      <Currencies totals={today.totals} shown={total.currency} />
      <SalesStats total={total} now={today.now} />
      <LineChart
        caption={`Sales per day in ${total.currency}`}
        summary={`${format(total.days30)} in the last 30 days, ${changeText(total.days30, total.before30, 'the 30 days before')}.`}
        points={salesSeries(today.days, total.currency)}
        format={format}
        series={['Sales', '30 days earlier']}
        unit="Day"
      />
      <p class="soft">Charged, before refunds, by days of UTC. The dashed line is the 30 days before.</p>
      <ProductSales sales={today.products.filter((sale) => sale.currency === total.currency)} />
    </section>
  );
}

function SalesStats({ total, now }: { total: SalesTotal; now: Date }): JSX.Element {
  const amount = (value: number) => formatMoney(money(value, total.currency));
  const since = (days: number) => `/books/payments?from=${daysBefore(now, days).toISOString().slice(0, 10)}`;
  return (
    <Stats>
      <Stat
        label="Today"
        value={amount(total.today)}
        note={changeText(total.today, total.yesterday, 'the same time yesterday')}
        href={since(0)}
      />
      <Stat
        label="7 days"
        value={amount(total.days7)}
        note={changeText(total.days7, total.before7, 'the 7 days before')}
        href={since(7)}
      />
      <Stat
        label="30 days"
        value={amount(total.days30)}
        note={changeText(total.days30, total.before30, 'the 30 days before')}
        href={since(30)}
      />
    </Stats>
  );
}

function Currencies({ totals, shown }: { totals: SalesTotal[]; shown: string }): JSX.Element {
  if (totals.length < 2) return '';
  return (
    <nav aria-label="Currency" class="cluster">
      {totals.map(({ currency }) => (
        <a href={`/admin?currency=${currency}`} aria-current={currency === shown ? 'true' : undefined} safe>
          {currency}
        </a>
      ))}
    </nav>
  );
}

function ProductSales({ sales }: { sales: ProductSale[] }): JSX.Element {
  if (sales.length === 0) return '';
  const most = Math.max(...sales.map((sale) => sale.amount));
  return (
    <Table
      caption="Sales by product, last 30 days"
      captionShown
      columns={[
        { label: 'Product' },
        { label: 'Share' },
        { label: 'Orders', numeric: true },
        { label: 'Sales', numeric: true },
      ]}
      rows={sales.map((sale) => [
        <a href={`/admin/prices/${sale.slug}`} safe>
          {sale.product}
        </a>,
        <ShareBar value={sale.amount} of={most} />,
        <span safe>{String(sale.orders)}</span>,
        <span class="amount" safe>
          {formatMoney(money(sale.amount, sale.currency))}
        </span>,
      ])}
    />
  );
}
