import { Module } from '@nestjs/common';
import { ArticleFeed } from './articles/article.feed.js';
import { ArticleApi } from './articles/articles.api.js';
import { ArticlePages } from './articles/articles.pages.js';
import { ArticleQueries } from './articles/article.queries.js';
import { CourseQueries } from './courses.queries.js';
import { FrozenEditions } from './frozen-editions.js';
import { ContentImports } from './importing/content-imports.js';
import { ImportArticle } from './importing/import-article.js';
import { ImportContent } from './importing/import-content.js';
import { EditionQueries } from './editions/edition.queries.js';
import { WithdrawEdition } from './editions/withdraw-edition.js';
import { ClaimQueries } from './claims/claim.queries.js';
import { NotMovedOn } from './sources/not-moved-on.js';
import { SourceQueries } from './sources/source.queries.js';

@Module({
  controllers: [ArticlePages, ArticleApi, ArticleFeed],
  providers: [
    ArticleQueries,
    CourseQueries,
    FrozenEditions,
    ImportArticle,
    ImportContent,
    ContentImports,
    NotMovedOn,
    SourceQueries,
    EditionQueries,
    WithdrawEdition,
    ClaimQueries,
  ],
  exports: [
    ArticleQueries,
    CourseQueries,
    FrozenEditions,
    ImportArticle,
    ImportContent,
    ContentImports,
    NotMovedOn,
    SourceQueries,
    EditionQueries,
    WithdrawEdition,
    ClaimQueries,
  ],
})
export class CoursesModule {}
