import {
  DefinitionList,
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  PrintButton,
  Table,
  Time,
} from '../../../web/index.js';
import type { PacketContent } from '../packet-content.js';
import { type PacketTable, packetTables } from '../packet-tables.js';

/** What a holder shows an insurer or employer, as it is at this instant. `files` is where it can be taken from. */
export function PacketView(props: { page: PageContext; content: PacketContent; files: string }): JSX.Element {
  const { page, content, files } = props;
  return (
    <Layout page={page} title="Certificates shown to you" width="reading" scripts={['print']}>
      <PageHeader
        title="Certificates shown to you"
        lead="Everything below was looked up just now. The holder sees when this link is opened, and roughly from which network."
      />
      <DefinitionList
        items={[
          { term: 'Holder', detail: <bdi safe>{content.holder}</bdi> },
          { term: 'Shown to', detail: <bdi safe>{content.recipient}</bdi> },
          { term: 'Looked up', detail: <Time at={content.checkedAt} /> },
          { term: 'Link opens until', detail: <Time at={content.until} /> },
        ]}
      />
      <div class="cluster no-print">
        <LinkButton href={`${files}/packet.pdf`} icon="file-text">
          Take it as PDF
        </LinkButton>
        <LinkButton href={`${files}/packet.zip`} look="secondary" icon="file-archive">
          All files as ZIP
        </LinkButton>
        <PrintButton label="Print this page" />
      </div>
      {packetTables(content).map((part) => (
        <Part part={part} />
      ))}
      <section class="section">
        <h2>Verify each certificate</h2>
        <ul>
          {content.certificates.map(({ number }) => (
            <li>
              <a class="tabular" href={`/verify/${number}`} safe>
                {number}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  );
}

function Part({ part: { title, columns, rows, none } }: { part: PacketTable }): JSX.Element {
  const cells = rows.map((row) => row.map((cell) => <bdi safe>{cell}</bdi>));
  return (
    <section class="section">
      <h2 safe>{title}</h2>
      {rows.length > 0 ? (
        <Table caption={title} columns={columns.map((label) => ({ label }))} rows={cells} />
      ) : (
        <p safe>{none}</p>
      )}
    </section>
  );
}
