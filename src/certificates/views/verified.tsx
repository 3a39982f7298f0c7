import { professionName } from '../certifications/profession-name.js';
import { kindTitle, studyTime } from '../credential/claim.js';
import type { LogEntry } from '../log/log.queries.js';
import type { PublicFacts, VerifiedFacts } from '../public-facts.js';
import {
  Alert,
  DefinitionList,
  Layout,
  LinkButton,
  type PageContext,
  PrintButton,
  StatusBand,
  Table,
  Time,
} from '../../web/index.js';
import { CheckItYourself } from './check-it-yourself.js';
import { CertificateSheet } from './certificate-sheet.js';
import { ShareAddress } from './share.js';
import { standingSentence, standingWords } from './standing-words.js';

interface Props {
  page: PageContext;
  facts: VerifiedFacts;
  /** Its place in the issuance log; undefined in the moments before it is entered. */
  entry: LogEntry | undefined;
}

/** The public page of a certificate: what an employer needs to see, and how to check it without us. */
export function VerifiedView({ page, facts, entry }: Props): JSX.Element {
  const title = `${facts.award.title}, ${facts.holder.name}`;
  return (
    <Layout
      page={page}
      title={title}
      description={`${kindTitle[facts.award.kind]} ${facts.number}`}
      width="reading"
      scripts={['print']}
      breadcrumbs={[{ href: '/verify', label: 'Verify a certificate' }, { label: facts.number }]}
    >
      <StatusBand status={facts.status} word={standingWords[facts.status]} sentence={standingSentence(facts)} />
      <section class="section">
        <CertificateSheet facts={facts} />
      </section>
      <section class="section">
        <div class="cluster">
          {facts.links.pdf ? (
            <LinkButton href={`/certificates/${facts.number}.pdf`} look="secondary" icon="file-text">
              Certificate as PDF
            </LinkButton>
          ) : (
            ''
          )}
          {facts.links.png ? (
            <LinkButton href={`/certificates/${facts.number}.png`} look="secondary" icon="award">
              Badge
            </LinkButton>
          ) : (
            ''
          )}
          <LinkButton href={`/certificates/${facts.number}.json`} look="secondary" icon="file-json">
            Signed credential
          </LinkButton>
          <PrintButton label="Print this page" />
        </div>
      </section>
      {facts.competence ? <Competence competence={facts.competence} /> : ''}
      <section class="section">
        <h2>What was completed</h2>
        <Courses facts={facts} />
      </section>
      <section class="section">
        <h2>About this certificate</h2>
        <Facts facts={facts} />
      </section>
      <section class="section">
        <Alert kind="info">
          <p safe>{limits[facts.award.kind]}</p>
        </Alert>
      </section>
      {facts.award.kind === 'certification' ? (
        <section class="section no-print">
          <a href={`/verify/${facts.number}/complaint`}>Complain about the holder</a>
        </section>
      ) : (
        ''
      )}
      <section class="section no-print">
        <h2>Hand this page on</h2>
        <ShareAddress address={facts.links.page} what="this page" />
      </section>
      <CheckItYourself facts={facts} entry={entry} />
    </Layout>
  );
}

const limits = {
  completion:
    'A certificate of completion records study. It does not assess clinical competence, and it is no licence to practise.',
  certification: 'What the holder may do also depends on the licence and the law of the place where they practise.',
};

function Competence({ competence }: { competence: NonNullable<PublicFacts['competence']> }): JSX.Element {
  const { procedures, exams, licence, follows } = competence;
  const columns = [{ label: 'Procedure' }, { label: 'Observed and signed', numeric: true }];
  const rows = procedures.map(({ title, signed }) => [<span safe>{title}</span>, <span safe>{String(signed)}</span>]);
  const followed = follows
    ? [
        {
          term: 'Follows',
          detail: (
            <a href={`/verify/${follows}`} safe>
              {follows}
            </a>
          ),
        },
      ]
    : [];
  return (
    <section class="section">
      <h2>What it covers</h2>
      <Table caption="Procedures" columns={columns} rows={rows} />
      <DefinitionList
        items={[
          ...exams.map(({ title, passedOn }) => ({
            term: title,
            detail: (
              <>
                Passed on <Time at={new Date(passedOn)} date />
              </>
            ),
          })),
          {
            term: 'Licence',
            detail: (
              <>
                <span safe>{`${professionName(licence.profession)}, ${licence.jurisdiction}, checked on`}</span>{' '}
                <Time at={new Date(licence.checkedOn)} date />
              </>
            ),
          },
          ...followed,
        ]}
      />
    </section>
  );
}

function Courses({ facts }: { facts: PublicFacts }): JSX.Element {
  const columns = [
    { label: 'Course' },
    { label: 'Edition', numeric: true },
    { label: 'Course length', numeric: true },
    { label: 'Completed', numeric: true },
  ];
  const rows = facts.courses.map((course) => [
    <span safe>{course.title}</span>,
    <span safe>{String(course.edition)}</span>,
    <span safe>{studyTime(course.minutes)}</span>,
    <Time at={new Date(course.completedOn)} date />,
  ]);
  return <Table caption="Courses completed" columns={columns} rows={rows} />;
}

function Facts({ facts }: { facts: VerifiedFacts }): JSX.Element {
  const { number, holder, award, issuer, issuedAt, validUntil, revokedAt, minutes, checkedAt, status } = facts;
  const { licenceLastCheckedOn } = facts;
  const licence = licenceLastCheckedOn
    ? [{ term: 'Licence last checked on', detail: <Time at={new Date(licenceLastCheckedOn)} date /> }]
    : [];
  const ended = revokedAt ? [{ term: 'Revoked', detail: <Time at={revokedAt} /> }] : [];
  return (
    <DefinitionList
      items={[
        { term: 'Status', detail: <span safe>{standingWords[status]}</span> },
        ...ended,
        { term: 'Checked', detail: <Time at={checkedAt} /> },
        ...licence,
        {
          term: 'Number',
          detail: (
            <span class="tabular" safe>
              {number}
            </span>
          ),
        },
        { term: 'Holder', detail: <bdi safe>{holder.name}</bdi> },
        { term: 'Kind', detail: <span safe>{kindTitle[award.kind]}</span> },
        { term: 'Course length', detail: <span safe>{studyTime(minutes)}</span> },
        { term: 'Issued', detail: <Time at={issuedAt} /> },
        { term: 'Valid until', detail: validUntil ? <Time at={validUntil} /> : <span>No end date</span> },
        { term: 'Issued by', detail: <span safe>{`${issuer.name}, ${issuer.url}`}</span> },
      ]}
    />
  );
}
