import {
  ActForm,
  Alert,
  Button,
  Card,
  DefinitionList,
  Field,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  PageHeader,
  type PageContext,
  Table,
  Time,
  Timeline,
} from '../../../web/index.js';
import { typeWords } from '../../editor/editors.js';
import { AnswerReview } from '../../views/question-review.js';
import { bankCrumb, poolAddress, questionAddress } from '../bank-address.js';
import { changedFields } from '../changed-fields.js';
import type { Previewed } from '../preview.js';
import type { DeskVersion, QuestionOfBank } from '../question.queries.js';
import { viewOf } from '../../views/views.js';
import { Exposure } from './exposure.js';
import { Preview } from './preview.js';
import { StateBadges } from './pool.js';

interface QuestionProps {
  page: PageContext;
  question: QuestionOfBank;
  version: DeskVersion;
  previewed: Previewed[];
  form: FormState;
}

/** One question of the bank: asked, answered, explained, with its history and what can be done with it. */
export function BankQuestionView(props: QuestionProps): JSX.Element {
  const { page, question, version, previewed, form } = props;
  const address = questionAddress(question.pool.slug, question.slug);
  const [latest] = question.versions as [DeskVersion];
  const waiting = !latest.approvedAt && !question.retiredAt;
  const approved = question.versions.some(({ approvedAt }) => approvedAt);
  const state = question.retiredAt ? 'retired' : approved ? 'in use' : 'draft';
  const { pool } = question;
  const scripts = [...new Set(previewed.flatMap(({ asked }) => viewOf(asked.type).script ?? []))];
  return (
    <Layout
      page={page}
      title={question.slug}
      tone="working"
      form={form}
      scripts={scripts}
      breadcrumbs={[bankCrumb, { href: poolAddress(pool.slug), label: pool.title }, { label: question.slug }]}
    >
      <FormErrors form={form} />
      <PageHeader
        kicker={typeWords(latest.type)}
        title={question.slug}
        meta={<StateBadges of={{ state, waiting, critical: version.authored ? isCritical(version) : false }} />}
        actions={
          <LinkButton href={`${address}/edit`} icon="pencil">
            Edit
          </LinkButton>
        }
      />
      {waiting ? <Waiting version={latest} address={address} isOwn={latest.authorId === page.viewer?.personId} /> : ''}
      <section class="section">
        <h2 safe>{`As a candidate sees version ${version.number}`}</h2>
        <Preview
          action={`${address}/preview?version=${version.number}`}
          {...(version.type === 'vignette' && { story: version.body.text })}
          previewed={previewed}
        />
      </section>
      <Key previewed={previewed} version={version} />
      <Versions question={question} address={address} />
      <Exposure uses={question.uses} />
      <Enemies question={question} address={address} form={form} />
      <Use question={question} address={address} form={form} />
    </Layout>
  );
}

const isCritical = ({ authored }: DeskVersion): boolean => JSON.stringify(authored).includes('"critical":true');

function Waiting(props: { version: DeskVersion; address: string; isOwn: boolean }): JSX.Element {
  const { version, address, isOwn } = props;
  return (
    <Alert kind="warning" title={`Version ${version.number} waits for approval`}>
      <p safe>{`Written by ${version.author ?? 'an import'}. It is not drawn before somebody else approves it.`}</p>
      {isOwn ? (
        <p>You wrote it: another author or an examiner approves it.</p>
      ) : (
        <ActForm
          action={`${address}/approval`}
          label={`Approve version ${version.number}`}
          look="primary"
          values={{ version: String(version.number) }}
        />
      )}
    </Alert>
  );
}

function Key({ previewed, version }: { previewed: Previewed[]; version: DeskVersion }): JSX.Element {
  const { authored } = version;
  const placed: [string, string | undefined][] = [
    ['Topic', authored?.topic],
    ['Difficulty', authored?.difficulty],
    ['Level', authored?.cognitive],
    ['Drawn from', authored?.validFrom],
    ['Drawn until', authored?.validUntil],
  ];
  return (
    <section class="section">
      <h2>Key</h2>
      {previewed.map(({ asked, right, manual, feedback, source }) => (
        <Card>
          {manual ? (
            <p>An examiner marks it by the rubric.</p>
          ) : (
            <AnswerReview question={asked} response={right} isRight />
          )}
          <p safe>{feedback}</p>
          <p class="soft" safe>
            {source}
          </p>
        </Card>
      ))}
      <DefinitionList
        items={placed.flatMap(([term, said]) => (said ? [{ term, detail: <span safe>{said}</span> }] : []))}
      />
    </section>
  );
}

function Versions({ question: { versions }, address }: { question: QuestionOfBank; address: string }): JSX.Element {
  return (
    <section class="section">
      <h2>Versions</h2>
      <Table
        caption="Versions, the newest first"
        columns={[{ label: 'Version' }, { label: 'Written' }, { label: 'Approved' }, { label: 'Changed' }]}
        rows={versions.map((version, at) => [
          <a href={`${address}?version=${version.number}`}>{version.number}</a>,
          <>
            <Time at={version.createdAt} /> <span safe>{version.author ?? 'content folder'}</span>
          </>,
          version.approvedAt ? (
            <>
              <Time at={version.approvedAt} /> <span safe>{version.approvedBy ?? 'content folder'}</span>
            </>
          ) : (
            'not approved'
          ),
          <span safe>{changedFields(versions[at + 1]?.authored ?? null, version.authored).join(', ')}</span>,
        ])}
      />
    </section>
  );
}

function Enemies(props: { question: QuestionOfBank; address: string; form: FormState }): JSX.Element {
  const { question, address, form } = props;
  return (
    <section class="section">
      <h2>Enemy items</h2>
      <p class="soft">No paper holds two of them: one gives the other away.</p>
      {question.enemies.map(({ slug, why }) => (
        <div class="cluster">
          <a href={questionAddress(question.pool.slug, slug)} safe>
            {slug}
          </a>
          <span class="soft" safe>
            {why ?? ''}
          </span>
          <ActForm action={`${address}/enemies/removal`} label="Remove" look="quiet" small values={{ enemy: slug }} />
        </div>
      ))}
      <form class="form" method="post" action={`${address}/enemies`} novalidate>
        <div class="form-row">
          <Field form={form} name="enemy" label="Name of the other question" />
          <Field form={form} name="why" label="Why" />
        </div>
        <div class="form-actions">
          <Button look="secondary">Add enemy item</Button>
        </div>
      </form>
    </section>
  );
}

function Use(props: { question: QuestionOfBank; address: string; form: FormState }): JSX.Element {
  const { question, address, form } = props;
  const retired = question.retiredAt !== null;
  return (
    <section class="section">
      <h2>Use</h2>
      <Timeline
        events={question.actions.map(({ action, reason, by, at }) => ({
          ...{ at, title: `${action === 'retire' ? 'Retired' : 'Taken back into use'} by ${by}`, text: reason },
        }))}
      />
      <form class="form" method="post" action={`${address}/${retired ? 'reinstatement' : 'retirement'}`} novalidate>
        <Field
          form={form}
          name="reason"
          label="Reason"
          help={retired ? 'New papers may draw it again.' : 'No new paper draws it; attempts that have it keep it.'}
        />
        <div class="form-actions">
          <Button look={retired ? 'secondary' : 'danger'}>{retired ? 'Take back into use' : 'Retire question'}</Button>
        </div>
      </form>
    </section>
  );
}
