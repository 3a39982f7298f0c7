import { readContentFile } from './content-file.js';
import type { Place } from './content-files.js';
import type { ArticleContent } from './content-folder.js';
import type { Problems } from './content-problem.js';
import { entries } from './entries.js';
import { readPictures } from './pictures.js';
import { rendered } from './rendered.js';
import { articleSchema } from './schemas.js';

export async function readArticles(folder: Place, courses: Set<string>, problems: Problems): Promise<ArticleContent[]> {
  const pictures = await readPictures(folder, 'articles', problems);
  const articles: ArticleContent[] = [];
  for (const { slug, file } of await entries(folder, 'articles', '.md', problems)) {
    const article = await readContentFile(folder, file, articleSchema, problems);
    if (!article) continue;
    for (const [at, name] of (article.data.related ?? []).entries())
      if (!courses.has(name))
        problems.add(file, article.lineOf(['related', at]), `There is no course courses/${name}.`);
    // An article can stand inside a lesson: its ids must not meet the lesson's.
    const html = rendered(article, 'a-', pictures, problems);
    const { related, ...data } = article.data;
    articles.push({ slug, file, ...data, ...(related && { related }), origin: data.origin ?? null, html });
  }
  return articles;
}
