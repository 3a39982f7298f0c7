import { ActForm, EmptyState, Table, Time } from '../../web/index.js';
import type { ApiToken } from '../api-tokens/token.queries.js';

const columns = ['Name', 'Begins with', 'May', 'Last used', 'Ends', 'End'].map((label) => ({ label }));

export function TokenTable({ tokens }: { tokens: ApiToken[] }): JSX.Element {
  if (tokens.length === 0)
    return <EmptyState title="You have no tokens" text="Make one when a program needs it." icon="key-round" />;
  return <Table caption="Tokens that work now" columns={columns} rows={tokens.map(cells)} />;
}

const cells = (token: ApiToken): JSX.Element[] => [
  <span safe>{token.name}</span>,
  <code safe>{`${token.beginsWith}…`}</code>,
  <span safe>{token.scopes.join(', ')}</span>,
  token.lastUsedAt ? (
    <span>
      <Time at={token.lastUsedAt} /> from <span safe>{token.lastUsedIp ?? 'an unknown address'}</span>
    </span>
  ) : (
    <span>never</span>
  ),
  <Time at={token.expiresAt} date />,
  <ActForm action={`/account/tokens/${token.id}/end`} label="End" small look="danger" />,
];
