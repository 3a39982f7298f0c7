import {
  ActForm,
  Alert,
  FormErrors,
  type FormState,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  type Viewer,
} from '../../../web/index.js';
import { withNext } from '../../../users/index.js';
import { durationWords, listWords } from '../../seat-words.js';
import type { OpenedInvitation } from '../open-invitation.js';
import { clinicNeverSees, clinicSees } from '../what-a-clinic-sees.js';

interface Props {
  page: PageContext;
  viewer: Viewer | null;
  token: string;
  opened: OpenedInvitation;
  form: FormState;
}

/** What somebody was given, before and after they accept it. */
export function InvitationView({ page, viewer, token, opened, form }: Props): JSX.Element {
  const isGift = opened.kind === 'gift';
  return (
    <Layout page={page} title={isGift ? 'A gift for you' : 'A seat for you'} width="reading" form={form}>
      <FormErrors form={form} />
      <PageHeader
        kicker={isGift ? `A gift from ${opened.giver}` : `A seat from ${opened.giver}`}
        title={opened.title}
        lead={durationWords(opened.expiresAfterDays)}
      />
      {opened.message ? (
        <blockquote class="gift-message" safe>
          {opened.message}
        </blockquote>
      ) : (
        ''
      )}
      <section class="section" aria-labelledby="contents">
        <h2 id="contents">What it opens</h2>
        <ul class="checked">
          {opened.courses.map(({ slug, title, id }) => (
            <li>
              <a href={`/courses/${slug}`} safe>
                {title}
              </a>
              {opened.ownedIds.includes(id) ? ' (you have it)' : ''}
            </li>
          ))}
        </ul>
      </section>
      {isGift ? '' : <Sharing clinic={opened.giver} />}
      <Acceptance viewer={viewer} token={token} opened={opened} />
    </Layout>
  );
}

/** Said before the button: what accepting means for one's privacy. */
function Sharing({ clinic }: { clinic: string }): JSX.Element {
  return (
    <section class="section" aria-labelledby="sharing">
      <h2 id="sharing" safe>{`What ${clinic} will see`}</h2>
      <ul>
        {clinicSees.map((thing) => (
          <li safe>{thing}</li>
        ))}
      </ul>
      <p safe>{`It never sees ${listWords(clinicNeverSees)}.`}</p>
      <p>
        You can stop sharing at any time on your page <em>Clinics</em>: you keep the courses, and the clinic sees that
        you do not share.
      </p>
    </section>
  );
}

function Acceptance({ viewer, token, opened }: Pick<Props, 'viewer' | 'token' | 'opened'>): JSX.Element {
  const isGift = opened.kind === 'gift';
  const path = `/${isGift ? 'gifts' : 'seats'}/${token}`;
  if (opened.state === 'yours') return <Yours isPaused={opened.isPaused} />;
  if (opened.isPaused) return <Paused />;
  if (!viewer) return <Arrive path={path} isGift={isGift} />;
  const hasAll = opened.courses.every(({ id }) => opened.ownedIds.includes(id));
  if (hasAll && isGift) return <NothingNew giver={opened.giver} />;
  return (
    <div class="stack">
      {hasAll ? (
        <p>You have all these courses already. Accepting gives you no other; it lets the clinic see your progress.</p>
      ) : (
        ''
      )}
      <p class="soft" safe>{`You are signed in as ${viewer.name}. The courses open for this account alone.`}</p>
      <ActForm action={path} label={isGift ? 'Accept the gift' : 'Accept the seat'} look="primary" />
    </div>
  );
}

function Yours({ isPaused }: { isPaused: boolean }): JSX.Element {
  return (
    <Alert kind="success" title="You have accepted" live>
      <p>
        {isPaused
          ? 'It is paused while the payment for it is looked into; your progress is kept.'
          : 'The courses are open on your desk.'}
      </p>
      <LinkButton href="/learning">Go to my learning</LinkButton>
    </Alert>
  );
}

const Paused = (): JSX.Element => (
  <Alert kind="warning" title="Paused for now">
    <p>The payment for it is being looked into. Nothing is lost: the same link works again as soon as that is done.</p>
  </Alert>
);

function Arrive({ path, isGift }: { path: string; isGift: boolean }): JSX.Element {
  return (
    <div class="stack">
      <p safe>{`To accept ${isGift ? 'the gift' : 'the seat'}, sign in or create an account. You come back here.`}</p>
      <div class="cluster">
        <LinkButton href={withNext('/sign-in', path)}>Sign in</LinkButton>
        <LinkButton href={withNext('/sign-up', path)} look="secondary">
          Create an account
        </LinkButton>
      </div>
    </div>
  );
}

function NothingNew({ giver }: { giver: string }): JSX.Element {
  return (
    <Alert kind="info" title="You have every course in it already">
      <p safe>
        {`Accepting would give you nothing, so the gift was not used. Tell ${giver}: it can be sent to somebody else.`}
      </p>
    </Alert>
  );
}
