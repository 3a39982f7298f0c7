import { formatDay, OutlineView } from '../../courses/index.js';
import { Alert, Icon, Layout, PageHeader, type PageContext, Prose, T, t, written } from '../../web/index.js';
import type { Shown } from '../products/offering.js';
import type { Ownership } from '../products/ownership.js';
import type { ProductDetail, Taught } from '../products/product-page.queries.js';
import { soldData } from '../products/sold-data.js';
import { BuyBox } from './buy-box.js';
import { ProductFacts } from './product-card.js';

interface CoursePageProps {
  page: PageContext;
  course: ProductDetail & Shown;
  taught: Taught;
  bundles: ProductDetail[];
  at: Date;
  ownership?: Ownership | undefined;
}

export function CoursePageView({ page, course, taught, bundles, at, ownership }: CoursePageProps): JSX.Element {
  return (
    <Layout
      page={page}
      title={course.title}
      description={course.summary}
      scripts={['countdown', 'local-time']}
      face={{ path: `/courses/${course.slug}`, about: [soldData({ baseUrl: page.baseUrl, product: course })] }}
      breadcrumbs={[
        { href: '/catalogue', label: t('Catalogue') },
        { label: course.title, isContent: true },
      ]}
    >
      <PageHeader
        kicker={t('Course')}
        isContent
        title={course.title}
        lead={course.summary}
        meta={<ProductFacts offering={course} />}
      />
      <div class="with-aside">
        <BuyBox page={page} offering={course} at={at} ownership={ownership} />
        <div>
          <InBundles bundles={bundles} />
          <Prose html={taught.introHtml} />
          <section class="section">
            <h2>
              <T>What you will be able to do</T>
            </h2>
            <ul class="checked">
              {taught.objectives.map((objective) => (
                <li>
                  <Icon name="check" size={18} />
                  <span lang={written()} safe>
                    {objective}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <section class="section">
            <h2>
              <T>What is in it</T>
            </h2>
            <OutlineView course={course.slug} outline={taught.outline} />
          </section>
          <section class="section">
            <h2>
              <T>Who may take it</T>
            </h2>
            <p lang={written()} safe>
              {taught.audience}
            </p>
            <p class="soft" safe>
              {t('Edition {number}. Last clinical review {day}, {by}.', {
                number: taught.number,
                day: formatDay(taught.reviewedOn),
                by: taught.reviewedBy,
              })}
            </p>
          </section>
        </div>
      </div>
    </Layout>
  );
}

function InBundles({ bundles }: { bundles: ProductDetail[] }): JSX.Element {
  if (bundles.length === 0) return '';
  return (
    <Alert kind="info">
      <p>
        <T>This course is part of</T>{' '}
        {bundles.map((bundle, index) => (
          <>
            {index > 0 ? ', ' : ''}
            <a href={`/bundles/${bundle.slug}`} lang={written()} safe>
              {bundle.title}
            </a>
          </>
        ))}
        .
      </p>
    </Alert>
  );
}
