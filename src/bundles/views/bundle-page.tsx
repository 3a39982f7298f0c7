import { OutlineView } from '../../courses/index.js';
import {
  Badge,
  Icon,
  Layout,
  PageHeader,
  type PageContext,
  Prose,
  T,
  t,
  counted,
  moneyText,
  written,
} from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import type { Ownership } from '../products/ownership.js';
import type { ProductDetail } from '../products/product-page.queries.js';
import { soldData } from '../products/sold-data.js';
import { BuyBox } from './buy-box.js';
import { ProductFacts } from './product-card.js';
import { studyTime } from './study-time.js';

interface BundlePageProps {
  page: PageContext;
  bundle: ProductDetail & Shown;
  parts: ProductDetail[];
  at: Date;
  ownership?: Ownership | undefined;
  /** Who may practise it where. */
  practice?: JSX.Element;
  /** Stands above the page; given only in a preview. */
  banner?: JSX.Element;
}

/** A bundle as anyone sees it at an instant. */
export function BundlePageView({ page, bundle, parts, at, ownership, practice, banner }: BundlePageProps): JSX.Element {
  const safeBanner = banner ?? '';
  const safePractice = practice ?? '';
  return (
    <Layout
      page={page}
      title={bundle.title}
      description={bundle.summary}
      scripts={['countdown', 'local-time']}
      face={
        banner === undefined
          ? { path: `/bundles/${bundle.slug}`, about: [soldData({ baseUrl: page.baseUrl, product: bundle })] }
          : undefined
      }
      breadcrumbs={[
        { href: '/catalogue', label: t('Catalogue') },
        { label: bundle.title, isContent: true },
      ]}
    >
      {safeBanner}
      <PageHeader
        kicker={t('Bundle')}
        isContent
        title={bundle.title}
        lead={bundle.summary}
        meta={<ProductFacts offering={bundle} />}
      />
      <div class="with-aside">
        <BuyBox page={page} offering={bundle} at={at} preview={banner !== undefined} ownership={ownership} />
        <div>
          <Prose html={bundle.bodyHtml ?? ''} />
          <section class="section">
            <h2>
              <T>Course by course</T>
            </h2>
            {parts.map((part) => (
              <Part part={part} at={at} owned={ownership?.courses.some(({ id }) => id === part.courseId) ?? false} />
            ))}
          </section>
          <section class="section">
            <h2>
              <T>Who may take it</T>
            </h2>
            <ul class="checked">
              {audiencesOf(parts).map((audience) => (
                <li>
                  <Icon name="user-check" size={18} />
                  <span lang={written()} safe>
                    {audience}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <div lang={written()}>{safePractice}</div>
        </div>
      </div>
    </Layout>
  );
}

const audiencesOf = (parts: ProductDetail[]): string[] => [
  ...new Set(parts.flatMap((part) => part.taught?.audience ?? [])),
];

function Part({ part, at, owned }: { part: ProductDetail; at: Date; owned: boolean }): JSX.Element {
  const alone = part.status === 'published' ? part.history.priceAt(at) : undefined;
  return (
    <details class="bundle-part">
      <summary>
        <span class="bundle-part-title" lang={written()} safe>
          {part.title}
        </span>
        {owned ? <Badge label={t('you own this')} kind="accent" icon="check" /> : ''}
        <span
          class="bundle-part-facts"
          safe
        >{`${counted(part.lessons, '{count} lesson', '{count} lessons')}, ${studyTime(part.minutes)}`}</span>
        <Icon name="chevron-down" size={18} />
      </summary>
      <div class="stack">
        <p lang={written()} safe>
          {part.summary}
        </p>
        <OutlineView course={part.slug} outline={part.taught?.outline ?? []} />
        <p class="soft">
          <a href={`/courses/${part.slug}`}>
            <T>About this course</T>
          </a>
          {alone ? <span safe>{` · ${t('{price} alone', { price: moneyText(alone) })}`}</span> : ''}
        </p>
      </div>
    </details>
  );
}
