import {
  Button,
  Card,
  EmptyState,
  Field,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Select,
  Table,
} from '../../../web/index.js';
import { poolAddress } from '../bank-address.js';
import type { DeskPool } from '../bank.queries.js';

const languages = [
  { value: 'en', label: 'English, decimal point' },
  { value: 'es', label: 'Spanish, decimal comma' },
  { value: 'de', label: 'German, decimal comma' },
  { value: 'fr', label: 'French, decimal comma' },
];

/** Every pool, with what is in it. */
export function PoolsView(props: { page: PageContext; pools: DeskPool[]; form: FormState }): JSX.Element {
  const { page, pools, form } = props;
  return (
    <Layout page={page} title="Question bank" tone="working" form={form}>
      <FormErrors form={form} />
      <PageHeader title="Question bank" lead="Pools of questions that quizzes and exams draw from." />
      {pools.length === 0 ? (
        <EmptyState icon="library" title="There is no pool yet" text="Create the first one below." />
      ) : (
        <Pools pools={pools} />
      )}
      <Card title="New pool">
        <form class="form" method="post" action="/bank" novalidate>
          <Field form={form} name="title" label="Title" />
          <Field form={form} name="slug" label="Name in addresses" help="Small letters, digits and hyphens." />
          <Select form={form} name="language" label="Language" options={languages} />
          <div class="form-actions">
            <Button>Create pool</Button>
          </div>
        </form>
      </Card>
    </Layout>
  );
}

const Pools = ({ pools }: { pools: DeskPool[] }): JSX.Element => (
  <Table
    caption="Pools"
    columns={[
      { label: 'Pool' },
      { label: 'Questions', numeric: true },
      { label: 'In use', numeric: true },
      { label: 'Waiting for approval', numeric: true },
      { label: 'Retired', numeric: true },
      { label: 'Kept in' },
    ]}
    rows={pools.map(({ slug, title, questions, inUse, waiting, retired, fromContent }) => [
      <a href={poolAddress(slug)} safe>
        {title}
      </a>,
      <span>{questions}</span>,
      <a href={`${poolAddress(slug)}?state=in+use`}>{inUse}</a>,
      <a href={`${poolAddress(slug)}?state=waiting`}>{waiting}</a>,
      <a href={`${poolAddress(slug)}?state=retired`}>{retired}</a>,
      fromContent ? 'content folder' : 'bank',
    ])}
  />
);
