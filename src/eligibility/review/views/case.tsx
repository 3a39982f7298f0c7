import {
  Alert,
  Button,
  DefinitionList,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Radios,
  Textarea,
} from '../../../web/index.js';
import { LicenceFacts, LicenceHistory } from '../../licences/views/licence-facts.js';
import type { LinkedPaper } from '../../papers/link-papers.js';
import type { RegistryEntry } from '../../registry/licence-registry.js';
import type { ReviewCase } from '../open-case.js';

/** A licence beside its paper, and the decision. */
export function CaseView({
  page,
  licence,
  papers,
  registry,
  form,
}: ReviewCase & { page: PageContext; form: FormState }): JSX.Element {
  return (
    <Layout
      page={page}
      title={`Licence of ${licence.holderName}`}
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/review/licences', label: 'Licences to review' }, { label: licence.holderName }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title={licence.holderName}
        lead="Compare the copy with what was entered. Every opening is recorded."
      />
      <div class="licence-case">
        <section aria-label="Copy of the licence">
          {papers.map((paper, index) => (
            <PaperFigure paper={paper} number={papers.length - index} />
          ))}
          <p class="soft">
            The links to the copies work for five minutes, for you alone. Reload the page for new ones.
          </p>
        </section>
        <div class="stack">
          <section>
            <h2>As entered</h2>
            <LicenceFacts licence={licence} />
          </section>
          <section class="stack">
            <h2>In the register</h2>
            <Register entry={registry} />
          </section>
          <DecisionForm id={licence.id} form={form} />
        </div>
      </div>
      <section class="section">
        <h2>What happened</h2>
        <LicenceHistory events={licence.events} />
      </section>
    </Layout>
  );
}

const PaperFigure = ({ paper, number }: { paper: LinkedPaper; number: number }): JSX.Element => (
  <figure class="licence-paper">
    {paper.mediaType === 'application/pdf' ? (
      <LinkButton href={paper.path} look="secondary" icon="file-text">
        Open the PDF
      </LinkButton>
    ) : (
      <img src={paper.path} alt={`Copy ${number} of the licence, as it was sent`} />
    )}
    <figcaption class="soft" safe>{`Copy ${number}`}</figcaption>
  </figure>
);

const words = { active: 'active', inactive: 'not active', unknown: 'no answer about it' };

function Register({ entry }: { entry: RegistryEntry }): JSX.Element {
  return (
    <>
      <DefinitionList
        items={[
          { term: 'State', detail: <strong safe>{words[entry.status]}</strong> },
          { term: 'Name', detail: <span safe>{entry.holderName ?? '–'}</span> },
          { term: 'Expires', detail: <span safe>{entry.expiresOn ?? '–'}</span> },
        ]}
      />
      <Alert kind="info">
        <p>An active NPI does not prove licensure. Decide by the licence.</p>
      </Alert>
    </>
  );
}

const DecisionForm = ({ id, form }: { id: string; form: FormState }): JSX.Element => (
  <section>
    <h2>Decision</h2>
    <form class="form" method="post" action={`/review/licences/${id}`} novalidate>
      <Radios
        form={form}
        name="decision"
        label="You decide"
        options={[
          { value: 'approve', label: 'Approve', help: 'Copy and data agree, and the licence stands.' },
          { value: 'ask', label: 'Ask the learner', help: 'They answer, and may send another copy.' },
          { value: 'refuse', label: 'Refuse this licence', help: 'They may enter it again, or another one.' },
          {
            value: 'turn-away',
            label: 'Refuse, and find the person not eligible',
            help: 'Closes what they bought that needs a licence, and gives back what they paid for it.',
          },
        ]}
      />
      <Textarea
        form={form}
        name="reason"
        label="Reason or question"
        help="The learner reads it. Needed unless you approve."
        maxlength={2000}
      />
      <div class="form-actions">
        <Button>Decide</Button>
      </div>
    </form>
  </section>
);
