import { ReviewedOn, Sources } from '../../courses/index.js';
import {
  Layout,
  LinkButton,
  type PageContext,
  PageHeader,
  Prose,
  type StructuredData,
  T,
  t,
  counted,
  written,
} from '../../web/index.js';
import type { FreePreview } from '../previews/read-preview.js';
import type { Ownership } from '../products/ownership.js';
import { BuyBox } from './buy-box.js';

interface FreePreviewProps {
  page: PageContext;
  preview: FreePreview;
  ownership: Ownership | undefined;
}

/** A lesson for everybody, with what it is part of and what that costs now. */
export function FreePreviewView({ page, preview, ownership }: FreePreviewProps): JSX.Element {
  const { at, course, lesson, lessons, article } = preview;
  const courseAddress = `/courses/${course.slug}`;
  return (
    <Layout
      page={page}
      title={`${lesson.title} · ${course.title}`}
      description={lesson.summary}
      scripts={['countdown']}
      face={{
        path: `${courseAddress}/previews/${lesson.slug}`,
        kind: 'article',
        about: [previewData(page, preview)],
      }}
      breadcrumbs={[
        { href: '/catalogue', label: t('Catalogue') },
        { href: courseAddress, label: course.title, isContent: true },
        { label: lesson.title, isContent: true },
      ]}
    >
      <PageHeader
        isContent
        kicker={t('Free lesson')}
        title={lesson.title}
        lead={lesson.summary}
        meta={
          <>
            <span safe>{t('{minutes} min', { minutes: lesson.minutes })}</span>
            <ReviewedOn day={lesson.reviewedOn} />
          </>
        }
      />
      <div class="with-aside">
        <div>
          <article class="reading">
            <Prose html={lesson.html} />
            {article ? (
              <p>
                <T>An article belongs to this lesson, and is free too:</T>{' '}
                <a href={`/articles/${article.slug}`} lang={written()} safe>
                  {article.title}
                </a>
                .
              </p>
            ) : (
              ''
            )}
            <Sources sources={lesson.sources} />
            <p class="lesson-note">
              <T>For licensed medical professionals within their scope. Check the current label before you treat.</T>
            </p>
          </article>
          <section class="section stack">
            <h2>
              <T>Where this lesson belongs</T>
            </h2>
            <p safe>
              {t('It is one of {lessons} of this course:', {
                lessons: counted(lessons, '{count} lesson', '{count} lessons'),
              })}
            </p>
            <p lang={written()} safe>{`${course.title}. ${course.summary}`}</p>
            <LinkButton href={courseAddress} look="secondary" iconAfter="arrow-right">
              <T>See the whole course</T>
            </LinkButton>
          </section>
        </div>
        <BuyBox page={page} offering={course} at={at} ownership={ownership} />
      </div>
    </Layout>
  );
}

/** The lesson as programs read it. */
function previewData({ baseUrl }: PageContext, { course, lesson }: FreePreview): StructuredData {
  const at = `${baseUrl}/courses/${course.slug}`;
  return {
    '@type': 'LearningResource',
    name: lesson.title,
    description: lesson.summary,
    url: `${at}/previews/${lesson.slug}`,
    isAccessibleForFree: true,
    timeRequired: `PT${lesson.minutes}M`,
    inLanguage: 'en',
    isPartOf: { '@type': 'Course', name: course.title, url: at },
  };
}
