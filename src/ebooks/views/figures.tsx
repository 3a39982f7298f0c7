import { EmptyState, Layout, LinkButton, type PageContext, PageHeader, Stat, Stats, Table } from '../../web/index.js';
import type { EbookFigures } from '../desk/ebook-figures.js';

interface FiguresProps {
  page: PageContext;
  totals: Pick<EbookFigures, 'asked' | 'confirmed' | 'pdf' | 'epub'>;
  rows: EbookFigures[];
}

const share = (part: number, of: number): string =>
  of === 0 ? '' : `${Math.round((100 * part) / of)} % of those who asked`;

export function FiguresView({ page, totals, rows }: FiguresProps): JSX.Element {
  return (
    <Layout page={page} title="E-books" tone="working">
      <PageHeader
        title="E-books"
        lead="Who asked, who confirmed, who took which file. Every request counts once; no address is kept here."
        actions={
          <LinkButton href="/admin/ebooks.csv" look="secondary" icon="download">
            Export as CSV
          </LinkButton>
        }
      />
      <Stats>
        <Stat label="Asked" value={String(totals.asked)} />
        <Stat label="Confirmed" value={String(totals.confirmed)} note={share(totals.confirmed, totals.asked)} />
        <Stat label="Took the PDF" value={String(totals.pdf)} note={share(totals.pdf, totals.asked)} />
        <Stat label="Took the EPUB" value={String(totals.epub)} note={share(totals.epub, totals.asked)} />
      </Stats>
      {rows.length === 0 ? (
        <EmptyState
          title="Nobody has asked yet"
          text="Books are offered on the articles and in the catalogue."
          icon="book-open"
        />
      ) : (
        <Table caption="By month, book and page" columns={columns} rows={rows.map(cells)} captionShown />
      )}
    </Layout>
  );
}

const columns = [
  { label: 'Month (UTC)' },
  { label: 'Book' },
  { label: 'Came from' },
  ...['Asked', 'Confirmed', 'PDF', 'EPUB'].map((label) => ({ label, numeric: true })),
];

const cells = ({ month, ebook, source, asked, confirmed, pdf, epub }: EbookFigures): JSX.Element[] => [
  <span safe>{month}</span>,
  <a href={`/ebooks/${ebook}`} safe>
    {ebook}
  </a>,
  source ? (
    <a href={source} safe>
      {source}
    </a>
  ) : (
    <span class="soft">directly</span>
  ),
  ...[asked, confirmed, pdf, epub].map((count) => <span safe>{String(count)}</span>),
];
