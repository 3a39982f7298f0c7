import { ActForm, Layout, type PageContext, PageHeader } from '../../web/index.js';
import type { Stop } from '../choices/stop-mail.js';
import { topicWords } from '../topics.js';

export function StopView({ page, token, stop }: { page: PageContext; token: string; stop: Stop }): JSX.Element {
  const { title, says } = topicWords[stop.topic];
  const address = `/mail/stop/${token}`;
  return (
    <Layout page={page} title={stop.wanted ? `Stop: ${title}` : `Stopped: ${title}`} width="form" tone="working">
      <PageHeader
        kicker={title}
        title={stop.wanted ? 'Stop these mails?' : 'These mails are stopped'}
        lead={stop.wanted ? says : `${stop.address} gets no more mails of this kind.`}
      />
      {stop.wanted ? (
        <ActForm action={address} label={`No more to ${stop.address}`} />
      ) : (
        <ActForm action={`${address}/undo`} label="Send them again" look="secondary" />
      )}
      <p>
        <a href="/account/mail">Choose what you get, and when</a>
      </p>
    </Layout>
  );
}
