import { t, written } from '../words/index.js';
export interface Crumb {
  label: string;
  /** The label is in the language of the content, not of the page. */
  isContent?: boolean;
  /** Left out for the page itself. */
  href?: string;
}

/** Where this page stands, from the top down. */
export function Breadcrumbs({ items }: { items: Crumb[] }): JSX.Element {
  if (items.length === 0) return '';
  return (
    <nav class="breadcrumbs" aria-label={t('Breadcrumbs')}>
      <ol>
        {items.map(({ href, label, isContent }) => (
          <li>
            {href ? (
              <a href={href} lang={isContent ? written() : undefined} safe>
                {label}
              </a>
            ) : (
              <span aria-current="page" lang={isContent ? written() : undefined} safe>
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
