import type { Conclusion, FaceReport } from '../faces/face-report.js';
import { formatDate, formatInstant } from '../../shared/index.js';
import { DefinitionList, Layout, LinkButton, type PageContext, PageHeader, StatusBand } from '../../web/index.js';
import { CertificateSheet } from './certificate-sheet.js';
import { standingSentence, standingWords } from './standing-words.js';

const words: Record<Exclude<Conclusion, 'in_force' | 'not_in_force'>, { word: string; sentence: string }> = {
  differs: {
    word: 'Differs from our record',
    sentence:
      'The file says something else than what was issued under this number. Rely on the record below, not on it.',
  },
  unrecorded: {
    word: 'Not on record',
    sentence: 'The file bears our signature, but we have no certificate with its number. Do not rely on it; tell us.',
  },
  foreign: {
    word: 'Not issued here',
    sentence: 'The file names another issuer, or a key that was never ours. Only its issuer can vouch for it.',
  },
  not_genuine: {
    word: 'Not genuine',
    sentence: 'The file was changed after it was signed, or was never signed by us. Do not rely on it.',
  },
};

/** What a file turned out to be. The file itself is shown nowhere: everything here is ours. */
export function CheckedFileView({ page, report }: { page: PageContext; report: FaceReport }): JSX.Element {
  const { conclusion, certificate } = report;
  const standing =
    conclusion === 'in_force' || conclusion === 'not_in_force'
      ? { word: standingWords[certificate!.status], sentence: `${redrawn(report)}${standingSentence(certificate!)}` }
      : words[conclusion];
  const status = conclusion === 'in_force' || conclusion === 'not_in_force' ? certificate!.status : 'revoked';
  return (
    <Layout
      page={page}
      title="Checked file"
      width="reading"
      breadcrumbs={[{ href: '/verify', label: 'Verify a certificate' }, { label: 'Checked file' }]}
    >
      <PageHeader title="Checked file" />
      <StatusBand status={conclusion === 'foreign' ? 'unknown' : status} {...standing} />
      <section class="section">
        <h2>What was checked</h2>
        <DefinitionList items={checks(report)} />
      </section>
      {certificate ? (
        <section class="section">
          <h2>What our record says</h2>
          <CertificateSheet facts={certificate} level={3} />
        </section>
      ) : (
        ''
      )}
      <section class="section">
        <div class="cluster">
          {certificate ? (
            <LinkButton href={`/verify/${certificate.number}`}>Everything about this certificate</LinkButton>
          ) : (
            ''
          )}
          <LinkButton href="/verify" look="secondary">
            Check another
          </LinkButton>
        </div>
        <p class="soft">
          The file was read for this answer only. It is kept nowhere, and nobody is told that you checked it.
        </p>
      </section>
    </Layout>
  );
}

/** Who reads the first line alone must not take a forged picture for ours. */
const redrawn = ({ asPrinted }: FaceReport): string =>
  asPrinted === false ? 'This file is not as we give it out: do not go by what it shows. On record: ' : '';

function checks({ signature, recorded, agrees, asPrinted, certificate }: FaceReport) {
  const line = (term: string, text: string) => ({ term, detail: <span safe>{text}</span> });
  const shown =
    asPrinted === null
      ? []
      : [
          line(
            'What the file shows',
            asPrinted
              ? 'It is, byte for byte, a file as we give it out.'
              : 'It is not a file as we give it out today: what it shows may have been changed. Go by the record below.',
          ),
        ];
  return [
    line('Signature', signature.fits ? 'Genuine, made with a key of ours' : `Refused. ${signature.detail ?? ''}`),
    line('Record', recorded ? 'A certificate with this number was issued' : 'No certificate with this number is known'),
    ...(recorded
      ? [line('Agreement', agrees ? 'The file says what the record says' : 'The file says something else')]
      : []),
    ...shown,
    ...(certificate
      ? [line('Status', `${standingWords[certificate.status]}, ${formatInstant(certificate.checkedAt)}`)]
      : []),
    ...(certificate ? [line('Issued', formatDate(certificate.issuedAt))] : []),
  ];
}
