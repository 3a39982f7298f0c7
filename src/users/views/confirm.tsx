import { ActForm, DefinitionList, Layout, LinkButton, type PageContext, PageHeader } from '../../web/index.js';
import type { TokenOwner } from '../tokens.js';

interface ConfirmProps {
  page: PageContext;
  token: string;
  owner: TokenOwner;
}

/** A button, because programs that look into mails open every link. */
export function ConfirmView({ page, token, owner }: ConfirmProps): JSX.Element {
  return (
    <Layout page={page} title="Confirm your e-mail address" width="form">
      <PageHeader title="Confirm your e-mail address" lead="One press of the button, and you are signed in." />
      <DefinitionList
        items={[
          { term: 'Name', detail: <span safe>{owner.name}</span> },
          { term: 'E-mail', detail: <span safe>{owner.email}</span> },
        ]}
      />
      <ActForm action={`/confirm/${encodeURIComponent(token)}`} label="This is me: confirm" look="primary" />
      <p class="soft">If you did not create this account, close the page.</p>
    </Layout>
  );
}

interface LinkGoneProps {
  page: PageContext;
  /** What to do instead. */
  sentence: string;
  action: { href: string; label: string };
}

export function LinkGoneView({ page, sentence, action }: LinkGoneProps): JSX.Element {
  const safeLabel = <span safe>{action.label}</span>;
  return (
    <Layout page={page} title="This link no longer works" width="form">
      <PageHeader title="This link no longer works" lead="It was used already, or it is too old." />
      <p safe>{sentence}</p>
      <LinkButton href={action.href}>{safeLabel}</LinkButton>
    </Layout>
  );
}
