import { stat } from 'node:fs/promises';
import { ContentProblem, Problems } from './content-problem.js';
import type { ContentFolder } from './content-folder.js';
import { entries } from './entries.js';
import { readArticles } from './read-articles.js';
import { readAwards, readBundles } from './read-offering.js';
import { readCourses } from './read-courses.js';

/**
 * Reads a content folder laid out as `content/README.md` says, checks it as a whole and renders it.
 * @throws ContentProblem with every problem found, each with its file and line
 */
export async function readContent(folder: string): Promise<ContentFolder> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new ContentProblem([{ file: folder, line: 1, message: 'There is no such folder.' }]);
  }
  const problems = new Problems();
  const names = new Set((await entries(folder, 'courses', '/', new Problems())).map(({ slug }) => slug));
  const content: ContentFolder = {
    courses: await readCourses(folder, problems),
    articles: await readArticles(folder, problems),
    bundles: await readBundles(folder, names, problems),
    awards: await readAwards(folder, names, problems),
  };
  quizNamesAreUnique(content, problems);
  problems.throwIfAny();
  return content;
}

/** A quiz is found by its slug alone. */
function quizNamesAreUnique(content: ContentFolder, problems: Problems): void {
  const known = new Map<string, string>();
  for (const { slug, file } of content.courses.flatMap((course) => course.quizzes)) {
    const first = known.get(slug);
    if (first) problems.add(file, 1, `"${slug}" is the name of a quiz already: ${first}.`);
    else known.set(slug, file);
  }
}
