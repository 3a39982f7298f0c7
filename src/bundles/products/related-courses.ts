import { Global, Injectable, Module } from '@nestjs/common';
import { type RelatedCourse, RelatedCourses } from '../../courses/index.js';
import { Database } from '../../database/index.js';

@Injectable()
class CoursesOnSale extends RelatedCourses {
  constructor(private readonly db: Database) {
    super();
  }

  to(article: string): Promise<RelatedCourse[]> {
    return this.db.rows(
      `WITH named AS (
         SELECT slug, at FROM (SELECT related FROM articles WHERE slug = $1 ORDER BY number DESC LIMIT 1) AS a,
           unnest(a.related) WITH ORDINALITY AS named (slug, at)
       )
       SELECT c.slug, e.title, e.summary, e.minutes
       FROM courses c JOIN editions e ON e.id = c.current_edition_id JOIN products p ON p.course_id = c.id
       LEFT JOIN named ON named.slug = c.slug
       WHERE p.status = 'published' AND (named.slug IS NOT NULL
         OR e.id IN (SELECT edition_id FROM lessons WHERE article_slug = $1))
       ORDER BY named.at NULLS LAST, e.title LIMIT 3`,
      [article],
    );
  }
}

/** Answers a question of a room above: global, because it cannot ask this one. */
@Global()
@Module({ providers: [{ provide: RelatedCourses, useClass: CoursesOnSale }], exports: [RelatedCourses] })
export class RelatedCoursesModule {}
