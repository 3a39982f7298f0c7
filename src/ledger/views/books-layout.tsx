import type { Children } from '@kitajs/html';
import {
  Breadcrumbs,
  type Crumb,
  FormErrors,
  type FormState,
  Layout,
  type PageContext,
  PageHeader,
} from '../../web/index.js';
import { booksPlaces } from './books-places.js';
import { SaveViewForm } from '../saved-views/views/save-view-form.js';

interface BooksLayoutProps {
  page: PageContext;
  title: string;
  form?: FormState;
  breadcrumbs?: Crumb[];
  scripts?: string[];
  /** The list or report as it is filtered now: it can be saved. */
  address?: string;
  lead?: string;
  meta?: JSX.Element;
  actions?: JSX.Element;
  children: Children;
}

/** A page of the books: where else one can go in them, then its heading. */
export function BooksLayout({
  lead,
  meta,
  actions,
  children,
  breadcrumbs,
  address,
  ...layout
}: BooksLayoutProps): JSX.Element {
  return (
    <Layout {...layout} width="wide" tone="working">
      <BooksNav path={layout.page.path.replace(/[?].*/, '')} />
      <Breadcrumbs items={breadcrumbs ?? []} />
      {layout.form ? <FormErrors form={layout.form} /> : ''}
      <PageHeader title={layout.title} lead={lead} meta={meta} actions={actions} />
      {children}
      {address ? <SaveViewForm title={layout.title} address={address} /> : ''}
    </Layout>
  );
}

function BooksNav({ path }: { path: string }): JSX.Element {
  return (
    <nav class="books-nav" aria-label="Books">
      <ul>
        {booksPlaces.map(({ href, label }) => (
          <li>
            <a href={href} aria-current={standing(path, href)} safe>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** `page` on the very page, `true` on what lies below it; everything lies below the first. */
function standing(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return href !== '/books' && path.startsWith(`${href}/`) ? 'true' : undefined;
}
