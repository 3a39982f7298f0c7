import { stat } from 'node:fs/promises';
import { examsAreThere, poolsAreThere, quizNamesAreUnique } from './across-courses.js';
import { ContentProblem, Problems } from './content-problem.js';
import type { ContentFolder } from './content-folder.js';
import { entries } from './entries.js';
import { needsCanBeMet } from './needs.js';
import { QuestionPictures } from './question-pictures.js';
import { readArticles } from './read-articles.js';
import { readAwards, readBundles } from './read-offering.js';
import { readCourses } from './read-courses.js';
import { readPools } from './read-pools.js';
import { readSources } from './read-sources.js';

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
  const pictures = await QuestionPictures.read(folder, problems);
  const content: ContentFolder = {
    courses: await readCourses(folder, pictures, problems),
    articles: await readArticles(folder, names, problems),
    bundles: await readBundles(folder, names, problems),
    awards: await readAwards(folder, names, problems),
    pools: await readPools(folder, pictures, problems),
    drawings: pictures.files,
    sources: await readSources(folder),
  };
  const quizzes = content.courses.flatMap((course) => course.quizzes);
  poolsAreThere(content, problems);
  quizNamesAreUnique(quizzes, problems);
  examsAreThere(content.awards, quizzes, problems);
  needsCanBeMet(content.courses, names, problems);
  problems.throwIfAny();
  return content;
}
