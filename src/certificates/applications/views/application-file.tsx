import { RequirementList } from '../../certifications/views/requirement-list.js';
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
  Timeline,
} from '../../../web/index.js';
import type { ApplicationFile } from '../decisions.queries.js';

interface Props {
  page: PageContext;
  form: FormState;
  file: ApplicationFile;
}

const verdicts = [
  { value: 'grant', label: 'Grant', help: 'What is shown proves every requirement.' },
  { value: 'refuse', label: 'Refuse', help: 'The candidate reads your reason and can appeal.' },
];

/** One application with its evidence, for who decides. */
export function ApplicationFileView({ page, form, file }: Props): JSX.Element {
  const { application, certification, candidate, requirements, decisions, barred } = file;
  const crumbs = [{ href: '/examiners/applications', label: 'Applications' }, { label: candidate.name }];
  return (
    <Layout page={page} title={candidate.name} width="reading" tone="working" breadcrumbs={crumbs} form={form}>
      <FormErrors form={form} />
      <PageHeader title={candidate.name} lead={certification.title} />
      <section class="section">
        <h2>Evidence at this moment</h2>
        <RequirementList requirements={requirements} />
      </section>
      {decisions.length > 0 ? (
        <section class="section">
          <h2>Decisions so far</h2>
          <Timeline
            events={decisions.map(({ at, verdict, byName, reason, counts }) => ({
              at,
              title: `${verdict === 'grant' ? 'Granted' : 'Refused'} by ${byName}${counts ? '' : ', before the evidence changed'}`,
              text: reason,
            }))}
          />
        </section>
      ) : (
        ''
      )}
      <section class="section">
        <h2>Your decision</h2>
        {application.status === 'ready' && !barred ? (
          <Decide form={form} id={application.id} />
        ) : (
          <NotYours file={file} />
        )}
      </section>
    </Layout>
  );
}

function NotYours({ file: { application, barred } }: Pick<Props, 'file'>): JSX.Element {
  const closed = application.status !== 'ready' && application.status !== 'open';
  const text = closed
    ? 'This application has been decided.'
    : (barred ?? 'Not every requirement holds at this moment.');
  return (
    <Alert kind="info">
      <p safe>{text}</p>
    </Alert>
  );
}

function Decide({ form, id }: { form: FormState; id: string }): JSX.Element {
  return (
    <form class="form" method="post" action={`/examiners/applications/${id}`} novalidate>
      <Radios form={form} name="verdict" label="Your decision" options={verdicts} />
      <Textarea form={form} name="reason" label="Reason" rows={4} maxlength={2000} />
      <Button>Decide</Button>
    </form>
  );
}
