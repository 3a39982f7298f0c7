import {
  ActForm,
  DefinitionList,
  EmptyState,
  Layout,
  type PageContext,
  PageHeader,
  Time,
  Timeline,
} from '../../web/index.js';
import type { LoggedMail, Tried } from '../admin/mail-log.queries.js';
import type { Outcome } from '../deliveries/outcome.js';
import { topicWords } from '../topics.js';
import { StateBadge, whyWords } from './mail-log.js';

const outcomes: Record<Outcome, string> = {
  accepted: 'The mail server took it',
  deferred: 'Not now; it is tried again',
  rejected: 'This mail was refused',
  refused: 'There is no such mailbox',
  bounced: 'It came back: there is no such mailbox',
  complained: 'Its reader called it spam; nothing optional is sent any more',
};

export function LoggedMailView({ page, mail }: { page: PageContext; mail: LoggedMail & { tries: Tried[] } }) {
  const crumbs = [{ href: '/admin/mail', label: 'Mail' }, { label: mail.kind }];
  return (
    <Layout page={page} title={`Mail: ${mail.kind}`} width="reading" tone="working" breadcrumbs={crumbs}>
      <PageHeader title={mail.kind} actions={<Again mail={mail} />} />
      <DefinitionList
        items={[
          { term: 'To', detail: <span safe>{mail.toEmail || 'erased'}</span> },
          { term: 'Written', detail: <Time at={mail.createdAt} /> },
          {
            term: 'Topic',
            detail: <span safe>{topicOf(mail)}</span>,
          },
          { term: 'State', detail: <StateBadge state={mail.state} /> },
          ...(mail.state === 'withheld' ? [{ term: 'Why', detail: <span safe>{whyWords(mail.why)}</span> }] : []),
        ]}
      />
      <section class="section">
        <h2>What became of it</h2>
        {mail.tries.length === 0 ? (
          <EmptyState title="Not tried yet" text="It leaves by itself, optional mails once quiet hours are over." />
        ) : (
          <Timeline
            events={mail.tries.map(({ at, outcome, status, detail }) => ({
              at,
              title: outcomes[outcome],
              text: [status, detail].filter(Boolean).join(' '),
            }))}
          />
        )}
      </section>
    </Layout>
  );
}

const topicOf = ({ topic }: LoggedMail): string => (topic ? topicWords[topic].title : 'none: always sent');

/** Also while it waits: its tries may be used up. */
const Again = ({ mail }: { mail: LoggedMail & { tries: Tried[] } }): JSX.Element =>
  mail.state === 'failed' || (mail.state === 'waiting' && mail.tries.length > 0) ? (
    <ActForm action={`/admin/mail/${mail.id}/again`} label="Try once more" look="secondary" />
  ) : (
    <></>
  );
