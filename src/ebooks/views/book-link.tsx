import { ActForm, Layout, LinkButton, type PageContext, PageHeader, Time } from '../../web/index.js';
import type { BookLink } from '../asking/book-links.js';
import { consentWords } from '../asking/consent-words.js';
import type { Book } from '../content/book.queries.js';
import { formats, formatWords } from '../press/book-files.js';

interface BookLinkProps {
  page: PageContext;
  token: string;
  link: BookLink;
  book: Book;
}

export function BookLinkView(props: BookLinkProps): JSX.Element {
  return props.link.isConfirmed ? <ReadyView {...props} /> : <AskView {...props} />;
}

/** A button, because programs that look into mails open every link. */
function AskView({ page, token, link, book }: BookLinkProps): JSX.Element {
  const { delivery, news } = consentWords();
  return (
    <Layout page={page} title="Confirm your address" width="form">
      <PageHeader
        kicker={book.title}
        title="Confirm your address"
        lead="One press of the button, and the book is yours."
      />
      <p safe>{delivery}</p>
      {link.news ? (
        <p>
          You also ticked: <q safe>{news}</q>
        </p>
      ) : (
        ''
      )}
      <ActForm action={`/ebook-links/${token}`} label="This is my address: get the book" look="primary" />
      <p class="soft">If you did not ask for the book, close the page.</p>
    </Layout>
  );
}

function ReadyView({ page, token, link, book }: BookLinkProps): JSX.Element {
  return (
    <Layout page={page} title={`Your book: ${book.title}`} width="form">
      <PageHeader kicker="Your book" title={book.title} lead={book.subtitle} />
      <ul class="cluster">
        {formats.map((format) => (
          <li>
            <LinkButton
              href={`/ebook-links/${token}/${format}`}
              look={format === 'pdf' ? 'primary' : 'secondary'}
              icon="download"
            >
              <span safe>{`Download ${formatWords[format].name}`}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
      <p>PDF for paper and for a screen of one size; EPUB for phones and for readers in which you choose the type.</p>
      <p class="soft">
        This page works until <Time at={link.expiresAt} />. After that, ask again.
      </p>
      <p>
        <a href="/articles">Read the articles</a>
      </p>
    </Layout>
  );
}

export function BookGoneView({ page }: { page: PageContext }): JSX.Element {
  return (
    <Layout page={page} title="This link no longer works" width="form">
      <PageHeader title="This link no longer works" lead="It is too old, or it was cut short by a mail program." />
      <LinkButton href="/ebooks">Ask for the book again</LinkButton>
    </Layout>
  );
}
