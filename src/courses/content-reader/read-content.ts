import { stat } from 'node:fs/promises';
import { ContentProblem, Problems } from './content-problem.js';
import type { ContentFolder } from './content-folder.js';
import { entries } from './entries.js';
import { QuestionPictures } from './question-pictures.js';
import { readArticles } from './read-articles.js';
import { readAwards, readBundles } from './read-offering.js';
import { readCourses } from './read-courses.js';
import { readPools } from './read-pools.js';

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
    articles: await readArticles(folder, problems),
    bundles: await readBundles(folder, names, problems),
    awards: await readAwards(folder, names, problems),
    pools: await readPools(folder, pictures, problems),
    drawings: pictures.files,
  };
  poolsAreThere(content, problems);
  quizNamesAreUnique(content, problems);
  examsAreThere(content, problems);
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

/** Every exam that a certification asks for is a quiz of a course. */
function examsAreThere({ courses, awards }: ContentFolder, problems: Problems): void {
  const known = new Set(courses.flatMap((course) => course.quizzes.map(({ slug }) => slug)));
  for (const award of awards) {
    for (const exam of award.kind === 'certification' ? award.exams : [])
      if (!known.has(exam)) problems.add(award.file, 1, `There is no quiz "${exam}".`);
  }
}

/** Every pool that a blueprint names exists and holds enough questions of the kind. */
function poolsAreThere({ courses, pools }: ContentFolder, problems: Problems): void {
  const known = new Map(pools.map(({ slug, questions }) => [slug, questions]));
  for (const { slug, file, quiz } of courses.flatMap((course) => course.quizzes)) {
    if (known.has(slug)) problems.add(file, 1, `"${slug}" is the name of a pool: a quiz needs another.`);
    for (const { pool, topic, difficulty, cognitive, count } of quiz.blueprint ?? []) {
      const questions = known.get(pool);
      const fit = questions?.filter(
        (question) =>
          question.topic === (topic ?? question.topic) &&
          question.difficulty === (difficulty ?? question.difficulty) &&
          question.cognitive === (cognitive ?? question.cognitive),
      );
      const kind = [topic, difficulty, cognitive].filter(Boolean).join(', ');
      if (!fit) problems.add(file, 1, `There is no pool pools/${pool}.`);
      else if (fit.length < count)
        problems.add(
          file,
          1,
          `${count} questions are to be drawn from ${pool}${kind && ` (${kind})`}, but there are ${fit.length}.`,
        );
    }
  }
}
