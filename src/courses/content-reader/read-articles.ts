import { readContentFile } from './content-file.js';
import type { Place } from './content-files.js';
import type { ArticleContent } from './content-folder.js';
import type { Problems } from './content-problem.js';
import { entries } from './entries.js';
import { readPictures } from './pictures.js';
import { rendered } from './rendered.js';
import { articleSchema } from './schemas.js';

export async function readArticles(folder: Place, problems: Problems): Promise<ArticleContent[]> {
  const pictures = await readPictures(folder, 'articles', problems);
  const articles: ArticleContent[] = [];
  for (const { slug, file } of await entries(folder, 'articles', '.md', problems)) {
    const article = await readContentFile(folder, file, articleSchema, problems);
    if (!article) continue;
    // An article can stand inside a lesson: its ids must not meet the lesson's.
    const html = rendered(article, 'a-', pictures, problems);
    articles.push({ slug, file, ...article.data, origin: article.data.origin ?? null, html });
  }
  return articles;
}
