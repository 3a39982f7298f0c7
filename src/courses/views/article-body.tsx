import { Prose, T, written } from '../../web/index.js';
import type { Article } from '../articles/article.queries.js';
import { SourceLink, Sources } from './sources.js';

/** The text with what belongs to it: sources, where it comes from, whose names it uses. */
export function ArticleBody({ article }: { article: Article }): JSX.Element {
  return (
    <>
      <Prose html={article.html} />
      <Sources sources={article.sources} />
      <footer class="article-notes">
        {article.origin ? (
          <p>
            <T>First published:</T> <SourceLink source={article.origin} />
          </p>
        ) : (
          ''
        )}
        {article.trademarks.map((notice) => (
          <p lang={written()} safe>
            {notice}
          </p>
        ))}
        <p>
          <T>
            For licensed medical professionals. It is not advice to patients; check the current label before you treat.
          </T>
        </p>
      </footer>
    </>
  );
}
