import {
  Badge,
  EmptyState,
  Field,
  filterAddress,
  FilterBar,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Pagination,
  Select,
  Table,
  Time,
} from '../../web/index.js';
import { type MailFilter, type MailState, mailStates } from '../admin/mail-filter.js';
import type { LoggedMail } from '../admin/mail-log.queries.js';
import { topics, topicWords } from '../topics.js';

interface Props {
  page: PageContext;
  form: FormState;
  query: MailFilter;
  mails: LoggedMail[];
  next: string | null;
}

const words: Record<MailState, { label: string; kind: 'neutral' | 'accent' | 'signal' | 'outline' }> = {
  waiting: { label: 'Waiting', kind: 'outline' },
  sent: { label: 'Sent', kind: 'neutral' },
  withheld: { label: 'Withheld', kind: 'outline' },
  failed: { label: 'Failed', kind: 'signal' },
  bounced: { label: 'Came back', kind: 'signal' },
};
const reasons: Record<string, string> = {
  stopped: 'Its reader stopped mails of this kind.',
  bounced: 'Mail to this address came back before.',
  over: 'Its reason was gone before it left.',
};

export const StateBadge = ({ state }: { state: MailState }): JSX.Element => <Badge {...words[state]} />;
/** Why a mail was withheld, or what a server said of it. */
export const whyWords = (why: string): string => reasons[why] ?? why;

export function MailLogView({ page, form, query, mails, next }: Props): JSX.Element {
  const filter = { ...query, after: undefined, limit: undefined };
  return (
    <Layout page={page} title="Mail" tone="working">
      <PageHeader title="Mail" lead="What became of each mail. What they say is for their readers alone." />
      <FilterBar
        action="/admin/mail"
        label="Filter mail"
        clearHref="/admin/mail"
        exportHref={filterAddress('/api/admin/mail/log.csv', filter)}
      >
        <Field form={form} name="to" label="To, the whole address" type="search" />
        <Select
          form={form}
          name="state"
          label="State"
          placeholder="Any"
          options={mailStates.map((state) => ({ value: state, label: words[state].label }))}
        />
        <Select
          form={form}
          name="topic"
          label="Topic"
          placeholder="Any"
          options={topics.map((topic) => ({ value: topic, label: topicWords[topic].title }))}
        />
        <Field form={form} name="kind" label="Kind, for example receipt" type="search" />
      </FilterBar>
      {mails.length === 0 ? (
        <EmptyState title="No mail matches" text="Change the filter, or clear it to see every mail." icon="mail" />
      ) : (
        <Table
          caption="Mail, newest first"
          columns={[{ label: 'Written' }, { label: 'To' }, { label: 'Kind' }, { label: 'State' }, { label: 'Why' }]}
          rows={mails.map(cells)}
        />
      )}
      <Pagination
        {...(query.after && { previousHref: filterAddress('/admin/mail', filter) })}
        {...(next && { nextHref: filterAddress('/admin/mail', { ...query, after: next }) })}
      />
    </Layout>
  );
}

const cells = (mail: LoggedMail): JSX.Element[] => [
  <a href={`/admin/mail/${mail.id}`}>
    <Time at={mail.createdAt} />
  </a>,
  <span safe>{mail.toEmail || 'erased'}</span>,
  <span safe>{mail.kind}</span>,
  <StateBadge state={mail.state} />,
  <span safe>{whyWords(mail.why)}</span>,
];
