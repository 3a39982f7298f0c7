import {
  Button,
  EmptyState,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Select,
  Textarea,
} from '../../../web/index.js';
import type { Clinic } from '../../clinics/clinic.queries.js';
import { counted } from '../../seat-words.js';
import type { SeatCounts } from '../clinic-seat.queries.js';

interface Props {
  page: PageContext;
  clinic: Clinic;
  counts: SeatCounts[];
  form: FormState;
}

/** A list of people is pasted; everybody on it gets a seat, or nobody, with the reason at each line. */
export function AssignView({ page, clinic, counts, form }: Props): JSX.Element {
  const path = `/clinics/${clinic.id}`;
  const options = counts.map(({ productId, title, free }) => ({
    value: productId,
    label: `${title} (${free} free)`,
  }));
  return (
    <Layout
      page={page}
      title="Assign seats"
      width="form"
      tone="working"
      form={form}
      breadcrumbs={[
        { href: '/clinics', label: 'Clinics' },
        { href: path, label: clinic.name },
        { label: 'Assign seats' },
      ]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Assign seats"
        lead="Each person gets a mail with a link. Their courses open once they accept."
      />
      {counts.length === 0 ? (
        <EmptyState title="No seats yet" icon="users">
          <LinkButton href="/catalogue">See the catalogue</LinkButton>
        </EmptyState>
      ) : (
        <form class="form" method="post" action={`${path}/assign`} novalidate>
          <Select form={form} name="product" label="Which seats" options={options} required />
          <Textarea
            form={form}
            name="people"
            label="Who gets one"
            help="One person a line: an address, or a name and an address, as you copy them from a mail or a spreadsheet."
            rows={10}
            required
          />
          <LineErrors form={form} />
          <p class="soft">If a line cannot be used, nobody is assigned, and the list comes back as you wrote it.</p>
          <div class="form-actions">
            <Button>Assign and invite</Button>
          </div>
        </form>
      )}
    </Layout>
  );
}

/** What is wrong with which line; the summary on top leads here. */
function LineErrors({ form }: { form: FormState }): JSX.Element {
  const lines = Object.entries(form.errors).filter(([name]) => name.startsWith('people.'));
  if (lines.length === 0) return '';
  return (
    <div class="field has-error line-errors">
      <p class="field-error" safe>{`${counted(lines.length, 'line')} cannot be used:`}</p>
      <ul>
        {lines.map(([name, sentence]) => (
          <li id={`field-${name.replace('.', '-')}`} tabindex="-1" safe>
            {`Line ${name.slice('people.'.length)}: ${sentence}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
