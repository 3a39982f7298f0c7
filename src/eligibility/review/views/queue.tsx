import { EmptyState, Layout, PageHeader, type PageContext, Table, Time } from '../../../web/index.js';
import { jurisdictionName } from '../../licences/jurisdictions.js';
import type { WaitingLicence } from '../review.queries.js';

/** Licences that wait for a reviewer. */
export function QueueView({ page, waiting }: { page: PageContext; waiting: WaitingLicence[] }): JSX.Element {
  return (
    <Layout page={page} title="Licences to review" tone="working">
      <PageHeader
        title="Licences to review"
        lead="The oldest first. Opening one keeps it for you for 30 minutes. Your own are not here."
      />
      {waiting.length === 0 ? (
        <EmptyState icon="check" title="Nothing waits" text="Licences come here when a learner sends a copy." />
      ) : (
        <Table
          caption="Licences to review, the oldest first"
          columns={[{ label: 'Name on it' }, { label: 'Profession' }, { label: 'Given in' }, { label: 'Waits since' }]}
          rows={waiting.map(({ id, holderName, professionTitle, jurisdiction, waitingSince, round, mine }) => [
            <>
              <a href={`/review/licences/${id}`} safe>
                {holderName}
              </a>
              {mine ? <span class="soft"> taken by you</span> : ''}
              {round > 1 ? <span class="soft"> answered</span> : ''}
            </>,
            <span safe>{professionTitle}</span>,
            <span safe>{jurisdictionName(jurisdiction)}</span>,
            <Time at={waitingSince} />,
          ])}
        />
      )}
    </Layout>
  );
}
