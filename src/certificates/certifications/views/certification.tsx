import {
  ActForm,
  Alert,
  Button,
  Checkbox,
  DefinitionList,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Time,
} from '../../../web/index.js';
import type { CertificationPage } from '../certification-page.queries.js';
import type { Certification } from '../requirements.js';
import { professionName } from '../profession-name.js';
import { RequirementList } from './requirement-list.js';

type Props = CertificationPage & { page: PageContext; form: FormState };

/** A certification: for visitors what it asks, for who is signed in exactly what is missing. */
export function CertificationView(props: Props): JSX.Element {
  const { page, form, certification, candidacy, renewableFrom, number } = props;
  const { title, statement } = certification;
  return (
    <Layout
      page={page}
      title={title}
      description={`What ${title} asks for, and how it is kept.`}
      width="reading"
      form={form}
      breadcrumbs={[{ href: '/certifications', label: 'Certifications' }, { label: title }]}
    >
      <FormErrors form={form} />
      <PageHeader title={title} lead={`The holder ${statement}.`} />
      {number ? (
        <p class="cluster">
          <LinkButton href={`/verify/${number}`} icon="award">
            Your certificate
          </LinkButton>
        </p>
      ) : (
        ''
      )}
      {renewableFrom ? (
        <Alert kind="success" title="You are certified">
          <p>
            You can renew from <Time at={renewableFrom} date /> on. Your{' '}
            <a href="/certification-hours">continuing education</a> counts from the day of issue.
          </p>
        </Alert>
      ) : (
        ''
      )}
      {candidacy ? <Yours {...props} candidacy={candidacy} /> : ''}
      <section class="section">
        <h2>What it asks</h2>
        <Rules certification={certification} procedures={props.procedures} />
      </section>
      {page.viewer ? (
        ''
      ) : (
        <LinkButton href={`/sign-in?next=/certifications/${certification.slug}`}>
          Sign in to see how far you are
        </LinkButton>
      )}
    </Layout>
  );
}

function Yours(props: Props & { candidacy: NonNullable<Props['candidacy']> }): JSX.Element {
  const { candidacy, application } = props;
  const missing = candidacy.requirements.filter(({ met }) => !met).length;
  const pending = application && !application.closedAt;
  return (
    <section class="section">
      <h2>{candidacy.kind === 'renewal' ? 'Your renewal' : 'Your way there'}</h2>
      <p safe>
        {missing === 0 ? 'Every requirement is met.' : `${missing} of ${candidacy.requirements.length} still missing.`}
      </p>
      <RequirementList requirements={candidacy.requirements} />
      <ApplicationState {...props} />
      {pending ? '' : <Apply {...props} />}
    </section>
  );
}

function ApplicationState({ application, decisions, certification }: Props): JSX.Element {
  if (!application || application.status === 'granted') return <></>;
  const needed = certification.requirements.eyes;
  const given = decisions.filter(({ counts }) => counts).length;
  const texts = {
    open: 'You have applied. As soon as the last requirement is met, your application goes to those who decide.',
    ready: `Your application is complete and with those who decide (${given} of ${needed} so far).`,
    refused: `Your application was refused: ${decisions.at(-1)?.reason ?? ''} You can appeal, or apply again.`,
    withdrawn: 'You withdrew your application.',
  };
  return (
    <Alert kind={application.status === 'refused' ? 'warning' : 'info'} title="Your application">
      <p safe>{texts[application.status]}</p>
      {application.status === 'refused' ? <a href={`/appeals/applications/${application.id}`}>Appeal</a> : ''}
      {application.closedAt ? (
        ''
      ) : (
        <ActForm
          action={`/certifications/${certification.slug}/withdrawal`}
          label="Withdraw the application"
          look="secondary"
        />
      )}
    </Alert>
  );
}

function Apply({ form, certification, candidacy }: Props): JSX.Element {
  const label = candidacy?.kind === 'renewal' ? 'Apply for renewal' : 'Apply';
  return (
    <form class="form" method="post" action={`/certifications/${certification.slug}/application`} novalidate>
      <Checkbox form={form} name="truthful" label="What I have shown is true and my own." />
      <Checkbox
        form={form}
        name="conduct"
        label="I will practise within my licence, keep it current, and tell you within 30 days when it is limited."
      />
      <p>You can apply before the last requirement is met.</p>
      <Button>
        <span>{label}</span>
      </Button>
    </form>
  );
}

function Rules({
  certification: { requirements: asked },
  procedures,
}: Pick<Props, 'certification' | 'procedures'>): JSX.Element {
  const text = (value: string) => <span safe>{value}</span>;
  const hours = Object.entries(asked.renewal.byProfession).map(
    ([profession, count]) => `${professionName(profession)} ${count}`,
  );
  return (
    <DefinitionList
      items={[
        {
          term: 'Licence',
          detail: text(`One of ${asked.professions.map(professionName).join(', ')}, reviewed by a person`),
        },
        { term: 'Courses', detail: text(`${asked.courses.length}, each completed`) },
        { term: 'Exam', detail: text(asked.examMonths ? `Passed in the last ${asked.examMonths} months` : 'Passed') },
        {
          term: 'Practice',
          detail: text(
            asked.practice.map(({ procedure, count }) => `${count} × ${procedures[procedure] ?? procedure}`).join(', '),
          ),
        },
        { term: 'Decided by', detail: text(deciders(asked)) },
        { term: 'Valid for', detail: text(`${asked.validMonths} months`) },
        {
          term: 'To renew',
          detail: text(
            `${asked.renewal.hours} hours of continuing education${hours.length > 0 ? ` (${hours.join(', ')})` : ''}, and a licence that stands`,
          ),
        },
      ]}
    />
  );
}

function deciders({ eyes }: Certification['requirements']): string {
  if (eyes === 0) return 'The requirements themselves';
  const people = eyes === 1 ? 'One person' : `${eyes} people`;
  return `${people} who neither taught the candidate nor signed their practice`;
}
