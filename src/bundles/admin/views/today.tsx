import { formatInstant } from '../../../shared/index.js';
import { Layout, LinkButton, PageHeader, type PageContext, Stat, Stats, Table } from '../../../web/index.js';
import type { CodeInUse, Today } from '../read-today.js';
import { OffersToday } from './offers-today.js';
import { SalesSection } from './sales-section.js';

interface TodayViewProps {
  page: PageContext;
  today: Today;
  currency?: string;
}

/** What an admin wants to know first: what waits, what was sold, which prices hold, which come next. */
export function TodayView({ page, today, currency }: TodayViewProps): JSX.Element {
  const { drafts, offers, now, waiting, codes } = today;
  return (
    <Layout page={page} title="Today" tone="working">
      <PageHeader
        title="Today"
        lead="What waits for you, what was sold, at which prices, and what comes next."
        actions={
          <LinkButton href="/admin/bundles/new" icon="plus">
            New bundle
          </LinkButton>
        }
      />
      <section class="section" aria-labelledby="waiting-title">
        <h2 id="waiting-title">Waiting for you</h2>
        <Stats>
          {waiting.map(({ label, count, href }) => (
            <Stat label={label} value={String(count)} href={href} />
          ))}
          <Stat label="Drafts" value={String(drafts)} href="/admin/bundles" />
        </Stats>
      </section>
      <SalesSection today={today} currency={currency} />
      <OffersToday offers={offers} now={now} />
      <section class="section" id="codes">
        <h2>Codes in use</h2>
        <Codes codes={codes} />
      </section>
    </Layout>
  );
}

function Codes({ codes }: { codes: CodeInUse[] }): JSX.Element {
  if (codes.length === 0) return <p class="soft">No code can be used now.</p>;
  return (
    <Table
      caption="Codes in use"
      columns={[{ label: 'Code' }, { label: 'Uses', numeric: true }, { label: 'Ends' }]}
      rows={codes.map(({ code, uses, limit, endsAt }) => [
        <a href="/admin/codes" safe>
          {code}
        </a>,
        <span safe>{limit === null ? String(uses) : `${uses} of ${limit}`}</span>,
        <span safe>{formatInstant(endsAt)}</span>,
      ])}
    />
  );
}
