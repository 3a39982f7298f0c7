import { FormErrors, type FormState, Layout, type PageContext, PageHeader, Pagination } from '../../web/index.js';
import type { ReadOfPlace } from '../reading/read-place.js';
import { CommentList } from './comment.js';
import { WriteForm } from './write-form.js';

type PlaceProps = ReadOfPlace & { page: PageContext; form: FormState };

/** All that is said about one article or lesson. */
export function PlaceView(props: PlaceProps): JSX.Element {
  const { page, place, form } = props;
  return (
    <Layout
      page={page}
      title={`Comments: ${place.title}`}
      width="reading"
      breadcrumbs={[{ href: place.path, label: place.title }, { label: 'Comments' }]}
      form={form}
    >
      <FormErrors form={form} />
      <PageHeader kicker="Comments" title={place.title} meta={<a href={place.path}>Read it</a>} />
      <Comments {...props} />
    </Layout>
  );
}

/** The comments below an article, with its own heading. */
export function CommentsBelow(props: PlaceProps): JSX.Element {
  return (
    <section class="comments no-print" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">Comments</h2>
      <Comments {...props} />
    </section>
  );
}

function Comments({ page, place, threads, count, next, form, isBanned }: PlaceProps): JSX.Element {
  return (
    <>
      <p class="soft" safe>
        {count === 0
          ? 'Nobody has written yet.'
          : `${count} ${count === 1 ? 'comment' : 'comments'}, the newest first. They are the words of their writers, not advice.`}
      </p>
      <WriteForm {...{ page, place, form, isBanned }} />
      <CommentList threads={threads} isSignedIn={page.viewer !== null} />
      <Pagination nextHref={next && `/comments?place=${place.path}&after=${next}`} />
    </>
  );
}
