import type { Crumb } from '../components/breadcrumbs.js';
import type { PageContext } from '../page-context.js';
import { type PublicFace, structuredData } from '../public-face.js';

interface FaceProps {
  page: PageContext;
  face: PublicFace;
  title: string;
  description: string | undefined;
  breadcrumbs: Crumb[];
}

/** In the head of a page that anyone may find: its one address, its preview, its data. */
export function FaceOfPage({ page, face, title, description, breadcrumbs }: FaceProps): JSX.Element {
  const address = page.baseUrl + face.path;
  const safeData = structuredData(page, face, breadcrumbs);
  return (
    <>
      <link rel="canonical" href={address} />
      <meta property="og:site_name" content="Glabella" />
      <meta property="og:type" content={face.kind ?? 'website'} />
      <meta property="og:title" content={title} />
      {description ? <meta property="og:description" content={description} /> : ''}
      <meta property="og:url" content={address} />
      {face.feed ? (
        <link
          rel="alternate"
          type="application/atom+xml"
          href={page.baseUrl + face.feed.path}
          title={face.feed.title}
        />
      ) : (
        ''
      )}
      {safeData ? (
        <script type="application/ld+json" nonce={page.nonce}>
          {safeData}
        </script>
      ) : (
        ''
      )}
    </>
  );
}
