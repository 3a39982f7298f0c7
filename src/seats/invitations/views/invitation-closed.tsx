import { Layout, LinkButton, type PageContext, PageHeader } from '../../../web/index.js';
import type { InvitationState } from '../invitation.js';
import type { OpenedInvitation } from '../open-invitation.js';

type Closed = Exclude<InvitationState, 'open' | 'yours'> | 'unknown';

interface Props {
  page: PageContext;
  /** Nothing for a link that never was. */
  opened: Pick<OpenedInvitation, 'kind' | 'giver'> | null;
  state: Closed;
}

/** A link that opens nothing: why, and what to do. */
export function InvitationClosedView({ page, opened, state }: Props): JSX.Element {
  const { title, lead, text } = words(state, opened);
  return (
    <Layout page={page} title={title} width="form">
      <PageHeader title={title} lead={lead} />
      <p safe>{text}</p>
      <div class="cluster">
        <LinkButton href={page.viewer ? '/learning' : '/catalogue'} look="secondary">
          {page.viewer ? 'My learning' : 'See the catalogue'}
        </LinkButton>
      </div>
    </Layout>
  );
}

function words(state: Closed, opened: Props['opened']): { title: string; lead: string; text: string } {
  const giver = opened?.giver ?? '';
  const thing = opened?.kind === 'clinic' ? 'seat' : 'gift';
  switch (state) {
    case 'unknown':
      return {
        title: 'We do not know this link',
        lead: 'It may be incomplete.',
        text: 'Open it from the mail again, or copy the whole of it. Nothing was changed.',
      };
    case 'accepted':
      return {
        title: `This ${thing} was accepted already`,
        lead: 'It works once, for one account.',
        text: `If it was you, sign in with the account you used then. If it was not, ask ${giver}.`,
      };
    case 'replaced':
      return {
        title: 'There is a newer link',
        lead: `A newer mail was sent for this ${thing}.`,
        text: `Only the link in the newest mail works. If you do not have that mail, ask ${giver}.`,
      };
    case 'recalled':
      return {
        title: 'This seat was taken back',
        lead: `${giver} needs it for somebody else.`,
        text: 'If that surprises you, ask there. What you have from elsewhere is untouched.',
      };
    case 'withdrawn':
      return {
        title: `This ${thing} is no longer there`,
        lead: 'What was paid for it was given back.',
        text: `If that surprises you, ask ${giver}. Certificates you earned stay valid.`,
      };
  }
}
