import { Alert, DefinitionList, Layout, type PageContext, PageHeader, Table, Time } from '../../web/index.js';
import type { PackageCard } from '../package.queries.js';
import { standardWords } from './standard-words.js';

/** One package: what is in it, and what of it is not followed. */
export function PackageView({ page, found }: { page: PageContext; found: PackageCard }): JSX.Element {
  const { manifest, title, course, lesson, number } = found;
  const crumbs = [{ href: '/author/packages', label: 'Packages' }, { label: title }];
  return (
    <Layout page={page} title={title} tone="working" breadcrumbs={crumbs}>
      <PageHeader
        kicker={standardWords(found.standard)}
        title={title}
        lead={`Version ${number} for ${course} / ${lesson}.`}
      />
      {manifest.notes.length > 0 ? <Notes notes={manifest.notes} /> : ''}
      <DefinitionList
        items={[
          { term: 'Opened by', detail: <span>{found.opened}</span> },
          { term: 'Finished by', detail: <span>{found.finished}</span> },
          { term: 'Files', detail: <span safe>{`${found.files}, ${megabytes(found.bytes)} MB`}</span> },
          { term: 'Uploaded by', detail: <span safe>{found.uploadedBy}</span> },
          { term: 'Uploaded', detail: <Time at={found.uploadedAt} /> },
        ]}
      />
      <section class="section" aria-labelledby="items">
        <h2 id="items">Items</h2>
        <Items found={found} />
      </section>
    </Layout>
  );
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

const Notes = ({ notes }: { notes: string[] }): JSX.Element => (
  <Alert kind="warning" title="Not everything in it is followed">
    <ul>
      {notes.slice(0, 20).map((note) => (
        <li safe>{note}</li>
      ))}
    </ul>
  </Alert>
);

const Items = ({ found }: { found: PackageCard }): JSX.Element => (
  <Table
    caption="Items"
    columns={[{ label: 'Item' }, { label: 'Begins at' }, { label: 'Done when' }, { label: 'Only after' }]}
    rows={found.manifest.items.map(({ title, launch, reports, prerequisites }) => [
      <span safe>{title}</span>,
      <code safe>{launch}</code>,
      <span>{reports ? 'it says so' : 'it was opened'}</span>,
      <span safe>{prerequisites || '–'}</span>,
    ])}
  />
);
