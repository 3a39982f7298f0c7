import { Alert, Layout, LinkButton, type PageContext, PageHeader, Table } from '../../../web/index.js';
import type { ExportReport } from '../exporting/export-questions.js';
import { exportWords, type ExportRow } from '../exporting/write-file.js';

interface Props {
  page: PageContext;
  report: ExportReport;
}

/** What each format holds of a pool, and the files. */
export function ExportView({ page, report }: Props): JSX.Element {
  const address = `/bank/${report.slug}`;
  return (
    <Layout
      page={page}
      title={`Export ${report.title}`}
      tone="working"
      breadcrumbs={[{ href: '/bank', label: 'Questions' }, { href: address, label: report.title }, { label: 'Export' }]}
    >
      <PageHeader
        title="Export questions"
        lead="Each question in its latest version, with its key. Imported here again, the files give the same questions."
      />
      <Alert kind="warning" title="The files hold the right answers">
        Keep them away from candidates.
      </Alert>
      {report.formats.map((each) => (
        <FormatSection address={address} {...each} />
      ))}
    </Layout>
  );
}

function FormatSection({
  address,
  format,
  total,
  left,
  changed,
}: ExportReport['formats'][number] & { address: string }) {
  const { title } = exportWords[format];
  return (
    <section class="section" aria-labelledby={format}>
      <h2 id={format} safe>
        {title}
      </h2>
      <p safe>{`${total - left.length} of ${total} questions.`}</p>
      {total > left.length ? (
        <LinkButton href={`${address}/export/${format}`} look="secondary" icon="download">
          <span safe>{`Download ${title}`}</span>
        </LinkButton>
      ) : (
        ''
      )}
      {left.length > 0 ? <Rows caption={`Left out of ${title}`} rows={left} /> : ''}
      {changed.length > 0 ? <Rows caption={`Said in another way in ${title}`} rows={changed} /> : ''}
    </section>
  );
}

const Rows = ({ caption, rows }: { caption: string; rows: ExportRow[] }): JSX.Element => (
  <Table
    caption={caption}
    columns={[{ label: 'Question' }, { label: 'Why' }]}
    rows={rows.map(({ slug, notes, reason }) => [
      <span safe>{slug}</span>,
      <span safe>{reason ?? notes.join(' ')}</span>,
    ])}
  />
);
