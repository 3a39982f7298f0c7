import {
  ActForm,
  Alert,
  Badge,
  Button,
  Card,
  Checkboxes,
  DefinitionList,
  EmptyState,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  Table,
  Time,
} from '../../../web/index.js';
import type { Certificate } from '../../certificate.queries.js';
import { standingWords } from '../../views/standing-words.js';
import type { OwnPacket } from '../packet.queries.js';
import { mostDays, type PacketFace, type Shown } from '../packets.schemas.js';

interface Props {
  page: PageContext;
  form: FormState;
  packets: OwnPacket[];
  certificates: Certificate[];
  /** Of the packet made just now: told once. */
  link: string | undefined;
}

/** A holder's links for insurers and employers. */
export function OwnPacketsView({ page, form, packets, certificates, link }: Props): JSX.Element {
  return (
    <Layout
      page={page}
      title="Show my certificates"
      width="reading"
      tone="working"
      form={form}
      breadcrumbs={[{ href: '/certificates', label: 'My certificates' }, { label: 'Show my certificates' }]}
    >
      <FormErrors form={form} />
      <PageHeader
        title="Show my certificates"
        lead="Make a link for an insurer or employer. It opens for a time, you see when it is opened, and you can take it back."
      />
      {link ? <Made link={link} /> : ''}
      <section class="section">
        <h2>A new link</h2>
        {certificates.length > 0 ? (
          <NewPacket form={form} certificates={certificates} />
        ) : (
          <EmptyState title="No certificate yet" text="There is nothing to show until you have one." icon="award" />
        )}
      </section>
      <section class="section">
        <h2>Your links</h2>
        {packets.length === 0 ? <p>You have made none.</p> : ''}
        {packets.map((packet) => (
          <OwnPacketCard packet={packet} />
        ))}
      </section>
    </Layout>
  );
}

function Made({ link }: { link: string }): JSX.Element {
  return (
    <Alert kind="success" title="Copy this link now" live>
      <p>
        <a href={link} rel="noreferrer" safe>
          {link}
        </a>
      </p>
      <p>We keep only its fingerprint and cannot show it again. Whoever has it can open it.</p>
    </Alert>
  );
}

const shows: { value: Shown; label: string; help: string }[] = [
  {
    value: 'licence',
    label: 'The number of my licence in full',
    help: 'Its profession, place and last check are shown in any case.',
  },
  { value: 'practice', label: 'How many observed procedures are signed', help: 'Numbers per procedure, no cases.' },
  { value: 'hours', label: 'My hours of continuing education', help: 'Accepted hours of the last 24 months.' },
];

function NewPacket({ form, certificates }: Pick<Props, 'form' | 'certificates'>): JSX.Element {
  const options = certificates.map(({ number, claim, status }) => ({
    value: number,
    label: claim.award.title,
    help: `${standingWords[status]}, ${number}`,
  }));
  return (
    <form class="form" method="post" action="/packets" novalidate>
      <Field form={form} name="recipient" label="Whom it is for" help="They read it too." maxlength={200} />
      <Checkboxes form={form} name="certificates" label="Certificates to show" options={options} />
      <Checkboxes form={form} name="shows" label="I agree to show as well" options={shows} required={false} />
      <Field
        form={form}
        name="days"
        label="Days it opens"
        help={`At most ${mostDays}.`}
        inputmode="numeric"
        size="short"
      />
      <div class="form-actions">
        <Button>Make the link</Button>
      </div>
    </form>
  );
}

const faceWords: Record<PacketFace, string> = { page: 'Page', json: 'Data', pdf: 'PDF', zip: 'ZIP' };

function state({ isOpen, withdrawnAt }: OwnPacket): JSX.Element {
  if (isOpen) return <Badge label="Opens" kind="accent" />;
  return <Badge label={withdrawnAt ? 'Taken back' : 'Ended'} kind="outline" />;
}

function OwnPacketCard({ packet }: { packet: OwnPacket }): JSX.Element {
  const { id, recipient, certificates, createdAt, until, isOpen, openings } = packet;
  const rows = openings.map(({ at, face, network }) => [
    <Time at={at} />,
    <span safe>{faceWords[face]}</span>,
    <span safe>{network}</span>,
  ]);
  const columns = [{ label: 'Opened' }, { label: 'As' }, { label: 'From' }];
  return (
    <Card>
      <h3>
        <bdi safe>{recipient}</bdi>
      </h3>
      <p class="cluster">{state(packet)}</p>
      <DefinitionList
        items={[
          { term: 'Made', detail: <Time at={createdAt} /> },
          { term: 'Opens until', detail: <Time at={until} /> },
          { term: 'Shows', detail: <span safe>{certificates.join(', ')}</span> },
        ]}
      />
      {rows.length > 0 ? <Table caption="Openings" columns={columns} rows={rows} /> : <p>Nobody has opened it.</p>}
      {isOpen ? <ActForm action={`/packets/${id}/withdrawal`} label="Take the link back" look="danger" small /> : ''}
    </Card>
  );
}
