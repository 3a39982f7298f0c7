import { ReviewedOn } from '../../courses/index.js';
import {
  Button,
  Checkbox,
  Field,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
  valueOf,
} from '../../web/index.js';
import { consentWords } from '../asking/consent-words.js';
import type { Book } from '../content/book.queries.js';

interface EbookProps {
  page: PageContext;
  book: Book;
  form: FormState;
}

const crumbs = (title: string) => [{ href: '/ebooks', label: 'E-books' }, { label: title }];

/** What browsers remember the offer of a book by. */
export const offerName = (slug: string): string => `ebook-${slug}`;

export function EbookView({ page, book, form }: EbookProps): JSX.Element {
  return (
    <Layout
      page={page}
      title={book.title}
      description={book.summary}
      breadcrumbs={crumbs(book.title)}
      form={form}
      scripts={['parting-offer']}
    >
      <parting-offer name={offerName(book.slug)} seen />
      <FormErrors form={form} />
      <PageHeader kicker="E-book" title={book.title} lead={book.subtitle} meta={<BookMeta book={book} />} />
      <div class="ebook">
        <img
          class="ebook-cover"
          src={`/ebooks/${book.slug}/cover.svg`}
          width="152"
          height="229"
          alt={`Cover of the book ${book.title}`}
        />
        <div class="stack">
          <section class="section">
            <h2>Have it sent to you</h2>
            <AskForm book={book} form={form} />
          </section>
          <section class="section">
            <h2>What is in it</h2>
            <p safe>{book.summary}</p>
            <ol class="ebook-chapters">
              {book.chapters.map(({ title, summary }) => (
                <li>
                  <strong safe>{title}</strong>
                  <span safe>{summary}</span>
                </li>
              ))}
            </ol>
            <p class="soft">
              For licensed medical professionals. It is not advice to patients; check the current label before you
              treat.
            </p>
          </section>
        </div>
      </div>
    </Layout>
  );
}

function BookMeta({ book }: { book: Book }): JSX.Element {
  return (
    <>
      <span safe>{book.author}</span>
      <span safe>{`Edition ${book.number}`}</span>
      <ReviewedOn day={book.reviewed} />
      <span>PDF and EPUB, free</span>
    </>
  );
}

function AskForm({ book, form }: { book: Book; form: FormState }): JSX.Element {
  const { delivery, news } = consentWords();
  return (
    <form class="form" method="post" action={`/ebooks/${book.slug}`} novalidate>
      <input type="hidden" name="from" value={valueOf(form, 'from')} />
      <Field form={form} name="email" type="email" label="E-mail" help={delivery} autocomplete="email" />
      <Checkbox form={form} name="news" label={news} required={false} />
      <div class="form-actions">
        <Button>Send me the book</Button>
      </div>
    </form>
  );
}

export function EbookSentView({ page, book }: { page: PageContext; book: Book }): JSX.Element {
  return (
    <Layout page={page} title="Look into your mailbox" width="form" breadcrumbs={crumbs(book.title)}>
      <PageHeader
        title="Look into your mailbox"
        lead="A mail with a link is on its way. The link works for seven days."
      />
      <p>
        If it does not arrive, look among unwanted mails and check the address. To one address we send this mail at most
        once an hour.
      </p>
      <p>
        <a href={`/ebooks/${book.slug}`}>Give another address</a>
      </p>
    </Layout>
  );
}
