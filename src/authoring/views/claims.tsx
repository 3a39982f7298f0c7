import { formatDay, SourceLink } from '../../courses/index.js';
import { Badge, Button, EmptyState, Field, Layout, PageHeader, type PageContext, Table } from '../../web/index.js';
import { deskCrumb } from '../author-address.js';
import type { DueClaim } from '../claims/due.js';

interface ClaimsProps {
  page: PageContext;
  claims: DueClaim[];
  /** `2026-11-23` */
  today: string;
  asked: { days: number; course?: string | undefined };
}

const mostShown = 200;

/** What has to be read again, with what it rests on. */
export function ClaimsView({ page, claims, today, asked }: ClaimsProps): JSX.Element {
  const form = { values: { days: String(asked.days), course: asked.course ?? '' }, errors: {}, summary: [] };
  const count = claims.length === 1 ? 'One claim' : `${claims.length} claims`;
  return (
    <Layout page={page} title="Claims falling due" tone="working" breadcrumbs={[deskCrumb, { label: 'Claims' }]}>
      <PageHeader
        title="Claims falling due"
        lead="A call-out of a lesson rests on sources and on a review; a review stands for twelve months."
      />
      <form class="form" method="get" action="/author/claims">
        <div class="field-row">
          <Field form={form} name="days" label="Due within days" inputmode="numeric" size="short" />
          <Field
            form={form}
            name="course"
            label="Course"
            required={false}
            size="medium"
            help="Its name in addresses."
          />
        </div>
        <Button look="secondary">Show</Button>
      </form>
      {claims.length === 0 ? (
        <EmptyState icon="circle-check" title="Nothing falls due" text="Every review stands beyond these days." />
      ) : (
        <section class="section" aria-labelledby="due">
          <h2 id="due" safe>
            {claims.length > mostShown ? `${count}, the first ${mostShown}` : count}
          </h2>
          <List claims={claims.slice(0, mostShown)} today={today} />
        </section>
      )}
    </Layout>
  );
}

const List = ({ claims, today }: Pick<ClaimsProps, 'claims' | 'today'>): JSX.Element => (
  <Table
    caption="Claims falling due"
    columns={[
      { label: 'Claim' },
      { label: 'Where' },
      { label: 'Rests on' },
      { label: 'Reviewed' },
      { label: 'Due' },
      { label: 'Owner' },
    ]}
    rows={claims.map((claim) => [
      <span>
        <Badge label={claim.kind} kind="outline" /> <span safe>{claim.text}</span>
      </span>,
      <span safe>{`${claim.title}, ${claim.lesson}, line ${claim.line}`}</span>,
      <ul>
        {claim.sources.map((source) => (
          <li>
            <SourceLink source={source} />
          </li>
        ))}
      </ul>,
      <span safe>{formatDay(claim.reviewed)}</span>,
      <span>
        <span safe>{formatDay(claim.due)}</span> {claim.due < today ? <Badge label="overdue" kind="signal" /> : ''}
      </span>,
      <span safe>{claim.owner}</span>,
    ])}
  />
);
