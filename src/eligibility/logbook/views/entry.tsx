import {
  Alert,
  Button,
  Card,
  Field,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Select,
  Timeline,
} from '../../../web/index.js';
import type { Procedure } from '../../procedures/procedures.js';
import type { EntryDetail } from '../logbook.queries.js';
import { EntryFacts } from './entry-facts.js';
import { EntryMap } from './entry-map.js';
import { eventsOf } from './entry-events.js';
import { StatusBadge } from './status-badge.js';

interface Props {
  page: PageContext;
  entry: EntryDetail;
  procedure: Procedure;
  preceptors: { id: string; name: string }[];
  form: FormState;
}

/** One entry with its history; while it waits, the preceptor can sign it on this phone with a code. */
export function EntryView({ page, entry, procedure, preceptors, form }: Props): JSX.Element {
  const latest = entry.versions[0]!;
  const signed = entry.decisions.find(({ decision }) => decision === 'signed');
  const shown = entry.versions.find(({ version }) => version === signed?.version) ?? latest;
  const crumbs = [{ href: '/logbook', label: 'Logbook' }, { label: entry.title }];
  return (
    <Layout page={page} title={entry.title} width="reading" tone="working" form={form} breadcrumbs={crumbs}>
      <FormErrors form={form} />
      <PageHeader kicker="Logbook" title={entry.title} meta={<StatusBadge status={entry.status} />} />
      {signed?.isRevoked ? (
        <Alert kind="warning" title="This signature no longer counts">
          <p>The authority of the preceptor was revoked. The entry stays on record.</p>
        </Alert>
      ) : (
        ''
      )}
      {entry.status === 'waiting' ? <SignHere entry={entry} preceptors={preceptors} form={form} /> : ''}
      <section class="section">
        <h2>{signed ? 'As it was signed' : 'As it stands'}</h2>
        <EntryFacts performedOn={entry.performedOn} content={shown.content} procedure={procedure} />
        <EntryMap procedure={procedure} points={shown.content.points} />
      </section>
      {shown.version < latest.version ? (
        <section class="section">
          <h2>As it was amended since</h2>
          <EntryFacts performedOn={entry.performedOn} content={latest.content} procedure={procedure} />
          <EntryMap procedure={procedure} points={latest.content.points} />
        </section>
      ) : (
        ''
      )}
      <section class="section">
        <h2>History</h2>
        <Timeline events={eventsOf(entry)} />
      </section>
      {entry.status === 'withdrawn' ? '' : <Change entry={entry} form={form} />}
    </Layout>
  );
}

function SignHere({ entry, preceptors, form }: Pick<Props, 'entry' | 'preceptors' | 'form'>): JSX.Element {
  if (preceptors.length === 0)
    return (
      <Alert kind="info" title="Nobody can sign this yet">
        <p>You have no preceptor. Ask the school to give you one.</p>
      </Alert>
    );
  return (
    <Card title="Have it signed here">
      <p>Your preceptor signs on their own phone, or gives you a code that is good for ten minutes.</p>
      <form class="form" method="post" action={`/logbook/${entry.id}/sign-off`} novalidate>
        <Field
          form={form}
          name="code"
          label="Code of the preceptor"
          inputmode="numeric"
          autocomplete="one-time-code"
          size="medium"
          maxlength={20}
        />
        <div class="form-actions">
          <Button>Sign with the code</Button>
        </div>
      </form>
      <details class="practice-more">
        <summary>Send a code to my preceptor by mail</summary>
        <form class="form" method="post" action={`/logbook/${entry.id}/code`} novalidate>
          <Select
            form={form}
            name="preceptor"
            label="Who observed you"
            placeholder="Choose"
            options={preceptors.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div class="form-actions">
            <Button look="secondary">Send the code</Button>
          </div>
        </form>
      </details>
    </Card>
  );
}

function Change({ entry, form }: Pick<Props, 'entry' | 'form'>): JSX.Element {
  return (
    <section class="section">
      <h2>Change it</h2>
      <p>
        <LinkButton href={`/logbook/${entry.id}/amendment`} look="secondary">
          Amend the entry
        </LinkButton>
      </p>
      {entry.status === 'signed' ? (
        ''
      ) : (
        <details class="practice-more">
          <summary>Take the entry back</summary>
          <form class="form" method="post" action={`/logbook/${entry.id}/withdrawal`} novalidate>
            <Field form={form} name="reason" label="Why do you take it back?" maxlength={500} />
            <div class="form-actions">
              <Button look="danger">Take it back</Button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
}
