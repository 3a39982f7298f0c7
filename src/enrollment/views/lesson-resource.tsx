import { ReviewedOn, SourceLink, Sources } from '../../courses/index.js';
import { Card, LinkButton, Prose } from '../../web/index.js';
import type { LessonPackage } from '../lesson-packages.js';
import type { LessonResource } from '../study-lesson.js';

/** What is played on a page of its own; finishing it completes the lesson. */
export function Played({ played }: { played: LessonPackage }): JSX.Element {
  return (
    <Card title={played.title} level={2}>
      <p>
        This lesson is played on a page of its own and is complete once you finish it there. You can stop and go on
        later.
      </p>
      <LinkButton href={played.href} icon="play">
        Open the package
      </LinkButton>
    </Card>
  );
}

/** The article that stands in the lesson, with what its author is owed. */
export function Resource({ resource }: { resource: LessonResource }): JSX.Element {
  return (
    <section class="lesson-resource" aria-labelledby="resource-title">
      <header>
        <p class="kicker">Resource article</p>
        <h2 id="resource-title" safe>
          {resource.title}
        </h2>
        <p class="page-meta">
          <span safe>{resource.author}</span>
          <ReviewedOn day={resource.reviewedOn} />
          <a href={`/articles/${resource.slug}`}>Open it on its own page</a>
        </p>
      </header>
      <Prose html={resource.html} />
      <Sources sources={resource.sources} id="resource-sources" />
      <footer class="article-notes">
        {resource.origin ? (
          <p>
            First published: <SourceLink source={resource.origin} />
          </p>
        ) : (
          ''
        )}
        {resource.trademarks.map((notice) => (
          <p safe>{notice}</p>
        ))}
      </footer>
    </section>
  );
}
