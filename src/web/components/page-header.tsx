import { written } from '../words/index.js';

interface PageHeaderProps {
  /** Title and lead are in the language of the content, not of the page. */
  isContent?: boolean;
  title: string;
  /** What kind of thing the page is about, in small type above the title. */
  kicker?: string;
  lead?: string;
  /** Facts under the lead: author, minutes, date of review. */
  meta?: JSX.Element;
  actions?: JSX.Element;
}

/** The only h1 of a page. */
export function PageHeader({ isContent, title, kicker, lead, meta, actions }: PageHeaderProps): JSX.Element {
  return (
    <header class="page-header">
      <div class="page-header-text">
        {kicker ? (
          <p class="kicker" safe>
            {kicker}
          </p>
        ) : (
          ''
        )}
        <h1 lang={isContent ? written() : undefined} safe>
          {title}
        </h1>
        {lead ? (
          <p class="lead" lang={isContent ? written() : undefined} safe>
            {lead}
          </p>
        ) : (
          ''
        )}
        {meta ? <div class="page-meta">{meta}</div> : ''}
      </div>
      {actions ? <div class="page-actions">{actions}</div> : ''}
    </header>
  );
}
