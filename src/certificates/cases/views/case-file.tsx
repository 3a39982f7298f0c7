import {
  Alert,
  Button,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Radios,
  Textarea,
} from '../../../web/index.js';
import type { CaseKind } from '../case.js';
import type { Case } from '../case.queries.js';
import { CaseFacts } from './case-facts.js';
import { kindWords } from './words.js';

interface Props {
  page: PageContext;
  form: FormState;
  one: Case;
  /** Why this viewer may not decide; null when they may. */
  barred: string | null;
}

const follows: Record<CaseKind, string> = {
  appeal:
    'A refused application goes back to people who have not decided on it. A suspension ends, save for a missing licence. A revoked certificate is issued anew.',
  complaint: 'The certificate is suspended until its holder has met what you ask for. The holder reads your answer.',
  name: 'A certificate with the new name takes the place of this one.',
};

/** One case for who decides. */
export function CaseFileView({ page, form, one, barred }: Props): JSX.Element {
  return (
    <Layout
      page={page}
      title={one.holderName}
      tone="working"
      width="reading"
      form={form}
      breadcrumbs={[{ href: '/examiners/cases', label: 'Cases' }, { label: one.holderName }]}
    >
      <FormErrors form={form} />
      <PageHeader title={one.holderName} lead={kindWords[one.kind]} />
      <section class="section">
        <CaseFacts of={one} />
        {one.applicationId ? (
          <a href={`/examiners/applications/${one.applicationId}`}>The application and its decisions</a>
        ) : (
          ''
        )}
      </section>
      {one.status === 'open' ? <Deciding {...{ form, one, barred }} /> : ''}
    </Layout>
  );
}

function Deciding({ form, one, barred }: Omit<Props, 'page'>): JSX.Element {
  return (
    <section class="section">
      <h2>Your answer</h2>
      {barred ? (
        <Alert kind="info">
          <p safe>{barred}</p>
        </Alert>
      ) : (
        <form class="form" method="post" action={`/examiners/cases/${one.id}`} novalidate>
          <Radios
            form={form}
            name="outcome"
            label="Your decision"
            options={[
              { value: 'upheld', label: 'Uphold', help: follows[one.kind] },
              { value: 'dismissed', label: 'Dismiss', help: 'Everything stays as it is.' },
            ]}
          />
          <Textarea
            form={form}
            name="answer"
            label="Answer"
            help="Whoever opened the case reads it."
            rows={6}
            maxlength={2000}
          />
          <Button>Answer the case</Button>
        </form>
      )}
    </section>
  );
}
