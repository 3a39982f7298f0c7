import {
  Alert,
  Button,
  DefinitionList,
  Field,
  type FormState,
  type PageContext,
  Table,
  Time,
} from '../../../web/index.js';
import { BooksLayout } from '../../views/books-layout.js';
import type { Entry, PostingRow } from '../journal.queries.js';
import type { Names } from '../names.js';
import { kindWords } from './kind-words.js';
import { sides } from './sides.js';

interface Props {
  page: PageContext;
  form: FormState;
  entry: Entry;
  names: Names;
  /** The Stripe object it came from, where there is one. */
  stripe: { id: string; href: string } | null;
  canReverse: boolean;
}

const columns = [
  { label: 'Account' },
  { label: 'About' },
  { label: 'Debit', numeric: true },
  { label: 'Credit', numeric: true },
];

export function EntryView({ page, form, entry, names, stripe, canReverse }: Props): JSX.Element {
  const title = `Entry ${entry.number}`;
  return (
    <BooksLayout
      page={page}
      title={title}
      form={form}
      breadcrumbs={[{ href: '/books/journal', label: 'Journal' }, { label: title }]}
      lead={entry.description}
    >
      {entry.happenedOn ? (
        <Alert kind="info" title="A late item">
          <p
            safe
          >{`It belongs to ${entry.happenedOn}. That month was closed, so it was posted into the next open one.`}</p>
        </Alert>
      ) : (
        ''
      )}
      <DefinitionList items={facts({ entry, stripe })} />
      <Table
        caption="Postings"
        columns={columns}
        rows={entry.postings.map((posting) => cells(posting, entry, names))}
      />
      {canReverse ? <Reverse form={form} entry={entry} /> : ''}
    </BooksLayout>
  );
}

function facts({ entry, stripe }: Pick<Props, 'entry' | 'stripe'>) {
  const link = (href: string, text: string) => (
    <a href={href} safe>
      {text}
    </a>
  );
  const entryLink = (number: number) => link(`/books/journal/${number}`, String(number));
  return [
    { term: 'Date', detail: <span safe>{entry.date}</span> },
    { term: 'What', detail: <span safe>{kindWords[entry.kind]}</span> },
    ...(entry.orderNumber
      ? [{ term: 'Order', detail: link(`/admin/orders/${entry.orderNumber}`, `${entry.orderNumber}, its whole story`) }]
      : []),
    ...(stripe ? [{ term: 'At Stripe', detail: link(stripe.href, stripe.id) }] : []),
    { term: 'Source', detail: <code safe>{`${entry.sourceKind} ${entry.sourceId}, ${entry.purpose}`}</code> },
    ...(entry.reverses ? [{ term: 'Reverses', detail: entryLink(entry.reverses) }] : []),
    ...(entry.reversedBy ? [{ term: 'Reversed by', detail: entryLink(entry.reversedBy) }] : []),
    {
      term: 'Posted',
      detail: (
        <span>
          <Time at={entry.postedAt} /> <span safe>{`by ${entry.postedBy ?? 'the product'}`}</span>
        </span>
      ),
    },
  ];
}

function cells(posting: PostingRow, { date }: Entry, names: Names): JSX.Element[] {
  const { account, accountName, currency, amount } = posting;
  const address = `/books/accounts/${account}?from=${date}&to=${date}&currency=${currency}`;
  return [
    <a href={address} safe>{`${account} ${accountName}`}</a>,
    <span safe>{about(posting, names) || '–'}</span>,
    ...sides(amount, currency),
  ];
}

const about = ({ courseId, productId, cohort, jurisdiction }: PostingRow, names: Names): string =>
  [
    names.course(courseId)?.title,
    names.product(productId) && names.product(productId)?.title !== names.course(courseId)?.title
      ? `in ${names.product(productId)!.title}`
      : undefined,
    cohort && `sold ${cohort.slice(0, 7)}`,
    jurisdiction,
  ]
    .filter(Boolean)
    .join(', ');

const Reverse = ({ form, entry }: Pick<Props, 'form' | 'entry'>): JSX.Element => (
  <section class="sheet">
    <h2>Reverse this entry</h2>
    <p>Posts the same lines the other way round. Both entries stay in the journal.</p>
    <form class="form" method="post" action={`/books/journal/${entry.number}/reversal`}>
      <Field form={form} name="date" label="Date" type="date" required size="medium" help="A day in an open month" />
      <Field form={form} name="reason" label="Why" required maxlength={300} />
      <Button look="danger">Reverse</Button>
    </form>
  </section>
);
