import type { Crumb } from './components/breadcrumbs.js';
import type { PageContext } from './page-context.js';

/** A thing of schema.org. Addresses are whole. */
export type StructuredData = { '@type': string | string[] } & Record<string, unknown>;

/** What a page that anyone may find says of itself to programs: search engines, previews of links. */
export interface PublicFace {
  /** The one address of the page, whatever way led to it. */
  path: string;
  kind?: 'website' | 'article';
  /** What the page is about. It says nothing that the page does not show. */
  about?: StructuredData[];
  /** The feed that tells of what is new here. */
  feed?: { path: string; title: string };
}

/** The data of a page with the way to it, as JSON that cannot end its element. */
export function structuredData(page: PageContext, face: PublicFace, breadcrumbs: Crumb[]): string {
  const graph = [...(breadcrumbs.length > 0 ? [trail(page, face, breadcrumbs)] : []), ...(face.about ?? [])];
  if (graph.length === 0) return '';
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const trail = (page: PageContext, { path }: PublicFace, breadcrumbs: Crumb[]): StructuredData => ({
  '@type': 'BreadcrumbList',
  itemListElement: breadcrumbs.map(({ href, label }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: page.baseUrl + (href ?? path),
  })),
});
