import { formatMoney } from '../../../shared/index.js';
import {
  Alert,
  Button,
  DefinitionList,
  Field,
  type FormState,
  type PageContext,
  Select,
  Time,
} from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { Account } from '../../journal/account.queries.js';
import type { SuspenseItem } from '../suspense.queries.js';
import { meaningOf } from '../suspense-words.js';

interface Props {
  page: PageContext;
  form: FormState;
  item: SuspenseItem;
  accounts: Account[];
  canPost: boolean;
}

export function SuspenseItemView({ page, form, item, accounts, canPost }: Props): JSX.Element {
  const { title, help, href } = meaningOf(item);
  const options = accounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return (
    <BooksLayout
      page={page}
      title={title}
      form={form}
      breadcrumbs={[{ href: '/books/suspense', label: 'Suspense' }, { label: item.id }]}
      lead={help}
    >
      {href ? (
        <p>
          <a href={href}>Go there</a>
        </p>
      ) : (
        ''
      )}
      <DefinitionList items={facts(item)} />
      {item.resolvedByEntry ? (
        <Alert kind="success" title="It has been placed">
          <p>
            <a href={`/books/journal/${item.resolvedByEntry}`} safe>{`Entry ${item.resolvedByEntry}`}</a>
            <span safe>{`, by ${item.resolvedBy ?? 'the product'}${item.note ? `: ${item.note}` : ''}`}</span>
          </p>
        </Alert>
      ) : canPost ? (
        <form class="form" method="post" action={`/books/suspense/${item.id}/resolution`}>
          <h2>Say where it belongs</h2>
          <Select form={form} name="account" label="Account" placeholder="Choose" options={options} required />
          <Field form={form} name="note" label="Why it belongs there" required maxlength={400} />
          <Button look="primary">Place it</Button>
        </form>
      ) : (
        ''
      )}
    </BooksLayout>
  );
}

function facts({ id, at, category, source, description, entry, amount, fee, currency }: SuspenseItem) {
  const shown = (value: number) => <span safe>{formatMoney({ amount: value, currency })}</span>;
  return [
    { term: 'Movement', detail: <code safe>{id}</code> },
    { term: 'When', detail: <Time at={at} /> },
    { term: 'Category', detail: <span safe>{category}</span> },
    { term: 'Object at Stripe', detail: <code safe>{source ?? '–'}</code> },
    { term: 'Description', detail: <span safe>{description ?? '–'}</span> },
    { term: 'Amount', detail: shown(amount) },
    { term: 'Fee', detail: shown(fee) },
    {
      term: 'Booked as',
      detail: (
        <a href={`/books/journal/${entry}`} safe>
          {`Entry ${entry}`}
        </a>
      ),
    },
  ];
}
