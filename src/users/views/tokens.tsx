import {
  Button,
  Checkboxes,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Radios,
} from '../../web/index.js';
import type { ApiToken } from '../api-tokens/token.queries.js';
import type { ScopeChoice } from '../api-tokens/token-areas.js';
import { TokenTable } from './token-table.js';

interface Props {
  page: PageContext;
  form: FormState;
  tokens: ApiToken[];
  choices: ScopeChoice[];
}

const times = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
];

export function TokensView({ page, form, tokens, choices }: Props): JSX.Element {
  return (
    <Layout
      page={page}
      title="Tokens"
      width="reading"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/account', label: 'Account' }, { label: 'Tokens' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Tokens"
        lead="With a token a program acts for you: never with more than your own roles, and only for what you choose."
      />
      <TokenTable tokens={tokens} />
      <section class="section">
        <h2>New token</h2>
        <form class="form" method="post" action="/account/tokens" novalidate>
          <Field form={form} name="name" label="Name" help="What it is for, so that you know it again." required />
          <Checkboxes
            form={form}
            name="scopes"
            label="What it may do"
            options={choices.map(({ scope, says }) => ({
              value: scope,
              label: `${says[0]!.toUpperCase()}${says.slice(1)}`,
              help: scope,
            }))}
          />
          <Radios form={form} name="days" label="For how long" options={times} />
          <Field
            form={form}
            name="currentPassword"
            type="password"
            label="Present password"
            autocomplete="current-password"
            required
          />
          <div class="form-actions">
            <Button>Make token</Button>
          </div>
        </form>
      </section>
    </Layout>
  );
}
