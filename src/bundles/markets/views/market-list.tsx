import { Badge, Layout, PageHeader, type PageContext, Table } from '../../../web/index.js';
import type { DeskMarket } from '../market-desk.queries.js';
import { taxWords } from './tax-words.js';

export function MarketListView({ page, markets }: { page: PageContext; markets: DeskMarket[] }): JSX.Element {
  return (
    <Layout
      page={page}
      title="Markets"
      tone="working"
      breadcrumbs={[{ href: '/admin', label: 'Today' }, { label: 'Markets' }]}
    >
      <PageHeader
        title="Markets"
        lead="Where things are sold: in which currency, how tax is shown, and which rules hold for reductions."
      />
      <Table
        caption="Markets"
        columns={[
          { label: 'Market' },
          { label: 'State' },
          { label: 'Currency' },
          { label: 'Tax' },
          { label: 'Prior price' },
          { label: 'Rest between offers', numeric: true },
          { label: 'Products with a price', numeric: true },
        ]}
        rows={markets.map((market) => [
          <a href={`/admin/markets/${market.name}`} safe>
            {market.label}
          </a>,
          <Badge label={market.active ? 'open' : 'closed'} kind={market.active ? 'accent' : 'outline'} />,
          <span safe>{market.currency}</span>,
          taxWords[market.tax],
          <span>{market.showPriorPrice ? `shown, of ${market.priorPriceDays} days` : 'not shown'}</span>,
          <span safe>{`${market.coolingOffDays} days`}</span>,
          <a href={`/admin/offers?market=${market.name}`} safe>
            {String(market.priced)}
          </a>,
        ])}
      />
    </Layout>
  );
}
