import { EmptyState, Layout, type PageContext, PageHeader } from '../../web/index.js';
import type { BookCard } from '../content/book.queries.js';

export function EbookListView({ page, books }: { page: PageContext; books: BookCard[] }): JSX.Element {
  return (
    <Layout page={page} title="E-books" description="Books on injectables, free, as PDF and EPUB.">
      <PageHeader
        title="E-books"
        lead="Free, as accessible PDF and as EPUB, each with its sources and its last review."
      />
      {books.length === 0 ? (
        <EmptyState title="No book yet" text="The articles are free to read." icon="book-open" />
      ) : (
        <ul class="article-list">
          {books.map(({ slug, title, subtitle, summary, number }) => (
            <li>
              <article class="article-card">
                <h2>
                  <a href={`/ebooks/${slug}`} safe>
                    {title}
                  </a>
                </h2>
                <p safe>{summary}</p>
                <p class="page-meta">
                  <span safe>{subtitle}</span>
                  <span safe>{`Edition ${number}`}</span>
                </p>
              </article>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
