import { formatInstant } from '../../shared/index.js';
import { EmptyState, Layout, type PageContext, PageHeader } from '../../web/index.js';
import type { MailSummary } from '../mail.queries.js';

export function MailboxView({ page, mails }: { page: PageContext; mails: MailSummary[] }): JSX.Element {
  return (
    <Layout page={page} title="Demo mailbox" width="reading" tone="working">
      <PageHeader
        title="Demo mailbox"
        lead="In demo mode no mail leaves this machine. Every mail that would have been sent is here."
      />
      {mails.length === 0 ? (
        <EmptyState
          title="No mail yet"
          text="Sign up or buy something, and the mail about it appears here."
          icon="mail"
        />
      ) : (
        <ul class="mailbox">
          {mails.map((mail) => (
            <li>
              <a href={`/demo/mail/${mail.id}`} safe>
                {mail.subject}
              </a>
              <span class="soft" safe>
                {`to ${mail.toEmail}, ${formatInstant(mail.createdAt)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}

interface MailViewProps {
  page: PageContext;
  mail: MailSummary;
}

/** The plain-text twin, with its addresses made into links. */
export function MailView({ page, mail }: MailViewProps): JSX.Element {
  return (
    <Layout
      page={page}
      title={mail.subject}
      width="reading"
      tone="working"
      breadcrumbs={[{ href: '/demo/mail', label: 'Demo mailbox' }, { label: mail.subject }]}
    >
      <PageHeader title={mail.subject} lead={`to ${mail.toEmail}, ${formatInstant(mail.createdAt)}`} />
      <div class="mail-text">
        {mail.text.split('\n').map((line) => (
          <p>{line.split(/(https?:\/\/\S+)/).map((part) => linked(part))}</p>
        ))}
      </div>
    </Layout>
  );
}

const linked = (part: string): JSX.Element =>
  /^https?:\/\//.test(part) ? (
    <a href={part} safe>
      {part}
    </a>
  ) : (
    <span safe>{part}</span>
  );
