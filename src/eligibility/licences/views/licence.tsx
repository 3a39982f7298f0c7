import {
  ActForm,
  Alert,
  Badge,
  Button,
  FileField,
  FormErrors,
  type FormState,
  Layout,
  PageHeader,
  type PageContext,
  Textarea,
} from '../../../web/index.js';
import type { LicenceStory } from '../licence.queries.js';
import { statusWords } from '../status-words.js';
import { LicenceFacts, LicenceHistory } from './licence-facts.js';

interface LicenceProps {
  page: PageContext;
  licence: LicenceStory;
  form: FormState;
}

/** One licence of one's own: what it says, what is asked, what happened to it. */
export function LicenceView({ page, licence, form }: LicenceProps): JSX.Element {
  const { id, status, events, papers, professionTitle } = licence;
  const isOpen = status === 'unsent' || status === 'waiting' || status === 'asked';
  const question = status === 'asked' ? events.findLast(({ kind }) => kind === 'asked')?.note : undefined;
  const kept = papers.filter(({ deletedAt }) => !deletedAt).length;
  return (
    <Layout
      page={page}
      title={professionTitle}
      tone="working"
      width="reading"
      form={form}
      breadcrumbs={[{ href: '/account/licences', label: 'Your licences' }, { label: professionTitle }]}
    >
      <FormErrors form={form} />
      <PageHeader title={professionTitle} meta={<Badge {...statusWords[status]} />} />
      {question ? (
        <Alert kind="warning" title="A reviewer asks">
          <p safe>{question}</p>
        </Alert>
      ) : (
        ''
      )}
      <LicenceFacts licence={licence} />
      {status === 'unsent' || status === 'asked' ? <PaperForm id={id} form={form} isFirst={status === 'unsent'} /> : ''}
      {question ? <AnswerForm id={id} form={form} /> : ''}
      <section class="section stack">
        <h2>What happened</h2>
        <LicenceHistory events={events} />
        <p class="soft">
          {kept > 0
            ? 'Your copy is stored encrypted. It is deleted as soon as the licence is decided on.'
            : 'No copy of the licence is stored.'}
        </p>
      </section>
      {isOpen ? (
        <ActForm action={`/account/licences/${id}/withdrawal`} label="Withdraw this licence" look="danger" />
      ) : (
        ''
      )}
    </Layout>
  );
}

const PaperForm = ({ id, form, isFirst }: { id: string; form: FormState; isFirst: boolean }): JSX.Element => (
  <section class="section">
    <h2>{isFirst ? 'Send a copy' : 'Send another copy'}</h2>
    <form class="form" method="post" action={`/account/licences/${id}/paper`} enctype="multipart/form-data" novalidate>
      <FileField
        form={form}
        name="file"
        label="Copy of the licence"
        help="A photograph (JPEG, PNG, WebP) or a PDF, at most 8 MB. We strip hidden data, encrypt it, and delete it after the review."
        accept="image/jpeg,image/png,image/webp,application/pdf"
      />
      <div class="form-actions">
        <Button>Send copy</Button>
      </div>
    </form>
  </section>
);

const AnswerForm = ({ id, form }: { id: string; form: FormState }): JSX.Element => (
  <section class="section">
    <h2>Answer</h2>
    <form class="form" method="post" action={`/account/licences/${id}/answer`} novalidate>
      <Textarea form={form} name="answer" label="Your answer" maxlength={2000} />
      <div class="form-actions">
        <Button>Send answer</Button>
      </div>
    </form>
  </section>
);
