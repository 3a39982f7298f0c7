import {
  Button,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Radios,
} from '../../../web/index.js';
import type { OwnListing } from '../directory.queries.js';

const options = [
  { value: 'nobody', label: 'Nobody', help: 'Only people who have the link or the number see this certificate.' },
  {
    value: 'directory',
    label: 'Visitors of the directory',
    help: 'Your name, this certification, its procedures, and the profession and place of your licence. Never your e-mail address.',
  },
  {
    value: 'engines',
    label: 'Visitors of the directory, and search engines',
    help: 'Search engines may also keep the page of this certificate. What they kept can take weeks to disappear.',
  },
];

/** The holder decides who may find them by this certificate. */
export function ListingView({ page, own, form }: { page: PageContext; own: OwnListing; form: FormState }): JSX.Element {
  return (
    <Layout
      page={page}
      title="Who may find me"
      width="form"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/certificates', label: 'My certificates' }, { label: 'Who may find me' }]}
    >
      <FormErrors form={form} />
      <PageHeader title="Who may find me" lead={own.title} />
      <p>You can change this at any time; it takes effect at once. Only a valid certification is shown.</p>
      <form class="form" method="post" action={`/certificates/${own.number}/listing`} novalidate>
        <Radios form={form} name="reach" label="Who may find you by this certification" options={options} />
        <div class="form-actions">
          <Button>Save</Button>
          <LinkButton href="/certificates" look="quiet">
            Cancel
          </LinkButton>
        </div>
      </form>
    </Layout>
  );
}
