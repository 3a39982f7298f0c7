import { type LessonRecall, Recalled } from '../../enrollment/index.js';
import { kindTitle, studyTime } from '../credential/claim.js';
import { linkedInAddress, type PublicFacts } from '../public-facts.js';
import {
  Badge,
  Card,
  DefinitionList,
  EmptyState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Time,
} from '../../web/index.js';
import { ShareAddress } from './share.js';

interface Props {
  page: PageContext;
  mine: PublicFacts[];
  recalls: LessonRecall[];
}

/** A learner's own certificates, each with its ways out into the world. */
export function MyCertificatesView({ page, mine, recalls }: Props): JSX.Element {
  return (
    <Layout page={page} title="My certificates" width="reading" tone="working">
      <PageHeader
        title="My certificates"
        lead="Yours to print and to share. Whoever has the link or the number can verify a certificate; nobody finds it otherwise, unless you choose so."
      />
      <Recalled recalls={recalls} />
      <p>
        <a href="/packets">Show them to an insurer or employer</a>
      </p>
      <p>
        <a href="/cases">My appeals and requests</a>
      </p>
      {mine.length === 0 ? <NothingYet /> : ''}
      {mine.map((facts) => (
        <section class="section">
          <CertificateCard facts={facts} />
        </section>
      ))}
    </Layout>
  );
}

function NothingYet(): JSX.Element {
  return (
    <EmptyState
      title="No certificate yet"
      text="Complete every lesson and pass every quiz of a course: its certificate then appears here by itself."
      icon="award"
    >
      <LinkButton href="/learning">Go on learning</LinkButton>
    </EmptyState>
  );
}

export const statusBadge = {
  valid: { label: 'Valid', kind: 'accent', icon: 'badge-check' },
  expired: { label: 'Expired', kind: 'outline', icon: 'calendar-x' },
  suspended: { label: 'Suspended', kind: 'signal', icon: 'circle-pause' },
  superseded: { label: 'Superseded', kind: 'outline', icon: 'history' },
  revoked: { label: 'Revoked', kind: 'signal', icon: 'ban' },
} as const;

function CertificateCard({ facts }: { facts: PublicFacts }): JSX.Element {
  const { award, number, issuedAt, minutes, status, links } = facts;
  return (
    <Card title={award.title}>
      <p class="cluster">
        <Badge {...statusBadge[status]} />
        <span safe>{kindTitle[award.kind]}</span>
      </p>
      <DefinitionList
        items={[
          {
            term: 'Number',
            detail: (
              <span class="tabular" safe>
                {number}
              </span>
            ),
          },
          { term: 'Issued', detail: <Time at={issuedAt} date /> },
          { term: 'Course length', detail: <span safe>{studyTime(minutes)}</span> },
        ]}
      />
      <ShareAddress address={links.page} what={`the certificate ${number}`} />
      {links.pdf ? <Faces facts={facts} /> : ''}
      <Acts facts={facts} />
      {award.kind === 'certification' ? (
        <p>
          <a href={`/certificates/${number}/listing`}>Choose who may find you</a>
        </p>
      ) : (
        ''
      )}
    </Card>
  );
}

function Faces({ facts }: { facts: PublicFacts }): JSX.Element {
  return (
    <div class="cluster">
      <LinkButton href={`/certificates/${facts.number}.pdf`} icon="file-text" small>
        PDF
      </LinkButton>
      <LinkButton href={`/certificates/${facts.number}.png`} look="secondary" icon="award" small>
        Badge
      </LinkButton>
      <LinkButton href={`/certificates/${facts.number}.json`} look="secondary" icon="file-json" small>
        Open Badge
      </LinkButton>
      <LinkButton href={linkedInAddress(facts)} look="secondary" icon="external-link" rel="noopener noreferrer" small>
        Add to LinkedIn
      </LinkButton>
    </div>
  );
}

/** What a holder can ask for; nothing of it happens at once. */
function Acts({ facts: { number, status, award } }: { facts: PublicFacts }): JSX.Element {
  const stands = status === 'valid' || status === 'suspended';
  const appealable = award.kind === 'certification' && (status === 'suspended' || status === 'revoked');
  return (
    <p class="cluster">
      {appealable ? <a href={`/appeals/certificates/${number}`}>Appeal</a> : ''}
      {stands ? <a href={`/certificates/${number}/name`}>Ask for another name</a> : ''}
      {stands ? <a href={`/certificates/${number}/surrender`}>Give it back</a> : ''}
    </p>
  );
}
