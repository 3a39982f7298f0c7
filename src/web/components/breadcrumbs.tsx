export interface Crumb {
  label: string;
  /** Left out for the page itself. */
  href?: string;
}

/** Where this page stands, from the top down. */
export function Breadcrumbs({ items }: { items: Crumb[] }): JSX.Element {
  if (items.length === 0) return '';
  return (
    <nav class="breadcrumbs" aria-label="Breadcrumbs">
      <ol>
        {items.map(({ href, label }) => (
          <li>
            {href ? (
              <a href={href} safe>
                {label}
              </a>
            ) : (
              <span aria-current="page" safe>
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
