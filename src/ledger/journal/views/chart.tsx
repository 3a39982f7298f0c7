import { Button, Field, type FormState, type PageContext, Select, Table } from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { AccountBalance } from '../account.queries.js';
import { accountKindWords } from './kind-words.js';
import { sides } from './sides.js';

interface Props {
  page: PageContext;
  form: FormState;
  accounts: AccountBalance[];
  at: string | null;
  canOpen: boolean;
}

const columns = [
  { label: 'Account' },
  { label: 'Kind' },
  { label: 'Debit', numeric: true },
  { label: 'Credit', numeric: true },
];
const kindChoices = Object.entries(accountKindWords).map(([value, label]) => ({ value, label }));

export function ChartView({ page, form, accounts, at, canOpen }: Props): JSX.Element {
  return (
    <BooksLayout
      page={page}
      title="Accounts"
      form={form}
      lead={
        at
          ? `The chart of accounts and what was on each at the end of ${at}.`
          : 'The chart of accounts and what is on each.'
      }
    >
      <Table caption="Accounts" columns={columns} rows={accounts.flatMap((account) => rowsOf(account, at))} />
      {canOpen ? <OpenOne form={form} /> : ''}
    </BooksLayout>
  );
}

function rowsOf({ code, name, kind, balances }: AccountBalance, at: string | null): JSX.Element[][] {
  const shown = balances.filter(({ amount }) => amount !== 0);
  const address = (currency?: string) =>
    `/books/accounts/${code}${currency ? `?currency=${currency}${at ? `&to=${at}` : ''}` : ''}`;
  const row = (money: { currency: string; amount: number } | undefined) => [
    <a href={address(money?.currency)} safe>{`${code} ${name}`}</a>,
    <span safe>{accountKindWords[kind]}</span>,
    ...(money ? sides(money.amount, money.currency) : ['', '']),
  ];
  return shown.length === 0 ? [row(undefined)] : shown.map(row);
}

const OpenOne = ({ form }: { form: FormState }): JSX.Element => (
  <section class="sheet">
    <h2>Open an account</h2>
    <p>For entries by hand. An account stays once it is there.</p>
    <form class="form" method="post" action="/books/accounts">
      <Field form={form} name="code" label="Number" required size="short" maxlength={4} inputmode="numeric" />
      <Field form={form} name="name" label="Name" required maxlength={60} />
      <Select form={form} name="kind" label="Kind" placeholder="Choose" options={kindChoices} />
      <Button look="secondary">Open</Button>
    </form>
  </section>
);
