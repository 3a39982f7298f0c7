import type { Edition } from '../../courses/index.js';
import {
  Badge,
  Button,
  Card,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Select,
  Table,
  Textarea,
  Time,
} from '../../web/index.js';
import { deskCrumb } from '../author-address.js';
import type { ChangedFile } from '../review/changed-files.js';
import { ChangedFiles } from './changed-files.js';

interface EditionsProps {
  page: PageContext;
  course: string;
  editions: Edition[];
  form: FormState;
  compared: { from: number; to: number; changed: ChangedFile[] } | undefined;
}

/** Every edition of a course; two of them side by side. */
export function EditionsView({ page, course, editions, form, compared }: EditionsProps): JSX.Element {
  const title = `Editions of ${editions[0]!.title}`;
  const options = editions.map(({ number }) => ({ value: String(number), label: `Edition ${number}` }));
  const chosen = {
    values: {
      from: String(compared?.from ?? editions[1]?.number ?? 1),
      to: String(compared?.to ?? editions[0]!.number),
    },
    ...{ errors: {}, summary: [] },
  };
  const standing = editions.filter(({ withdrawnAt }) => !withdrawnAt);
  return (
    <Layout page={page} title={title} tone="working" form={form} breadcrumbs={[deskCrumb, { label: title }]}>
      <FormErrors form={form} />
      <PageHeader title={title} lead="Whoever began an edition finishes it, also when it is withdrawn." />
      <Editions course={course} editions={editions} />
      {editions.length > 1 ? (
        <Card title="What differs">
          <form class="form" method="get" action={`/author/courses/${course}/editions`}>
            <div class="field-row">
              <Select form={chosen} name="from" label="From" options={options} />
              <Select form={chosen} name="to" label="To" options={options} />
            </div>
            <div class="form-actions">
              <Button look="secondary">Compare</Button>
            </div>
          </form>
        </Card>
      ) : (
        ''
      )}
      {compared ? (
        <section class="section" aria-labelledby="compared">
          <h2 id="compared" safe>{`From edition ${compared.from} to edition ${compared.to}`}</h2>
          <ChangedFiles
            changed={compared.changed}
            words={{ before: `Edition ${compared.from}`, after: `Edition ${compared.to}` }}
          />
        </section>
      ) : (
        ''
      )}
      {page.viewer?.roles.includes('admin') && standing.length > 1 ? (
        <Withdraw course={course} editions={standing} form={form} />
      ) : (
        ''
      )}
    </Layout>
  );
}

const Editions = ({ course, editions }: { course: string; editions: Edition[] }): JSX.Element => (
  <Table
    caption="Editions"
    columns={[
      { label: 'Edition' },
      { label: 'Published' },
      { label: 'Came from' },
      { label: 'State' },
      { label: 'Files' },
    ]}
    rows={editions.map(({ number, publishedAt, door, isCurrent, withdrawnAt, withdrawnBy, reason }) => [
      <span>{number}</span>,
      <Time at={publishedAt} />,
      door === 'desk' ? 'the desk' : 'the folder',
      withdrawnAt ? (
        <span safe>{`withdrawn by ${withdrawnBy}: ${reason}`}</span>
      ) : isCurrent ? (
        <Badge label="current" kind="accent" />
      ) : (
        'earlier'
      ),
      door ? (
        <>
          <a href={`/author/courses/${course}/editions/${number}/export`}>Export</a>
          {' · '}
          <a href={`/author/courses/${course}/editions/${number}/cartridge`}>Common Cartridge</a>
        </>
      ) : (
        ''
      ),
    ])}
  />
);

function Withdraw({ course, editions, form }: Pick<EditionsProps, 'course' | 'editions' | 'form'>): JSX.Element {
  return (
    <Card title="Withdraw an edition">
      <p>
        Nobody new is led into it: the course goes back to the newest edition that stands. Who studies it keeps it.
        Quizzes stay as they are; a wrong question is retired in the bank.
      </p>
      <form class="form" method="post" action={`/author/courses/${course}/editions/withdrawals`} novalidate>
        <Select
          form={form}
          name="number"
          label="Edition"
          options={editions.map(({ number }) => ({ value: String(number), label: `Edition ${number}` }))}
        />
        <Textarea form={form} name="reason" label="Why" rows={3} />
        <div class="form-actions">
          <Button look="danger">Withdraw</Button>
        </div>
      </form>
    </Card>
  );
}
