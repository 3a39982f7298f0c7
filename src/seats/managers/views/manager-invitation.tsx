import { ActForm, Layout, LinkButton, type PageContext, PageHeader } from '../../../web/index.js';
import { withNext } from '../../../users/index.js';
import type { ManagerInvitation } from '../manager-invitation.queries.js';

interface Props {
  page: PageContext;
  token: string;
  invitation: ManagerInvitation | undefined;
}

/** Somebody is asked to manage a clinic. */
export function ManagerInvitationView({ page, token, invitation }: Props): JSX.Element {
  if (!invitation) return <Gone page={page} title="We do not know this link" text="Open it from the mail again." />;
  const { clinicName, inviter, acceptedBy, isWithdrawn, clinicId } = invitation;
  const isMine = acceptedBy !== null && acceptedBy === page.viewer?.personId;
  if (isWithdrawn || (acceptedBy && !isMine)) {
    const text = isWithdrawn ? `${inviter} withdrew the invitation.` : 'It was used already, from another account.';
    return <Gone page={page} title="This link no longer works" text={text} />;
  }
  return (
    <Layout page={page} title={`Manage ${clinicName}`} width="form">
      <PageHeader
        title={`Manage ${clinicName}`}
        lead={`${inviter} asks you to manage its seats with them: assign, recall, see who is done.`}
      />
      {isMine ? <LinkButton href={`/clinics/${clinicId}`}>Go to the clinic</LinkButton> : ''}
      {!isMine && page.viewer ? <ActForm action={`/managers/${token}`} label="Accept" look="primary" /> : ''}
      {!page.viewer ? <Arrive path={`/managers/${token}`} /> : ''}
    </Layout>
  );
}

function Arrive({ path }: { path: string }): JSX.Element {
  return (
    <div class="cluster">
      <LinkButton href={withNext('/sign-in', path)}>Sign in</LinkButton>
      <LinkButton href={withNext('/sign-up', path)} look="secondary">
        Create an account
      </LinkButton>
    </div>
  );
}

function Gone({ page, title, text }: { page: PageContext; title: string; text: string }): JSX.Element {
  return (
    <Layout page={page} title={title} width="form">
      <PageHeader title={title} lead={text} />
      <LinkButton href="/" look="secondary">
        To the start
      </LinkButton>
    </Layout>
  );
}
