import { examsAreThere, poolsAreThere, quizNamesAreUnique } from './across-courses.js';
import { type ContentFiles, keptFiles, type SourceFile } from './content-files.js';
import type { ContentFolder } from './content-folder.js';
import { type Problem, Problems } from './content-problem.js';
import { entries } from './entries.js';
import { needsCanBeMet } from './needs.js';
import { QuestionPictures } from './question-pictures.js';
import { readCourse } from './read-courses.js';
import { readAwards } from './read-offering.js';
import { readPools } from './read-pools.js';

/** What one course is checked against besides its own files. */
export interface Surroundings {
  /** The files that courses share, by their path below the content folder. */
  shared: ReadonlyMap<string, Buffer>;
  /** Files of the other courses, by their paths below the content folder; only the names count. */
  others: string[];
}

/** Reads one course by the same rules as a whole folder. There is content exactly when there is no problem. */
export async function readOneCourse(
  slug: string,
  files: SourceFile[],
  { shared, others }: Surroundings,
): Promise<{ content?: ContentFolder; problems: readonly Problem[] }> {
  const base = `courses/${slug}`;
  const nothing = Buffer.alloc(0);
  const place = keptFiles(
    new Map([
      ...others.map((path) => [path, nothing] as const),
      ...shared,
      ...files.map(({ path, bytes }) => [`${base}/${path}`, bytes] as const),
    ]),
  );
  const problems = new Problems();
  const drawings = await QuestionPictures.read(place, problems);
  const course = await readCourse(place, slug, base, drawings, problems);
  const courses = course ? [course] : [];
  const drawsFromPools = courses.some(({ quizzes }) => quizzes.some(({ quiz }) => quiz.blueprint));
  const pools = drawsFromPools ? await readPools(place, drawings, problems) : [];
  poolsAreThere({ courses, pools }, problems);
  await meetsTheOthers(place, slug, problems);
  needsCanBeMet(
    courses,
    new Set((await entries(place, 'courses', '/', new Problems())).map((each) => each.slug)),
    problems,
  );
  if (problems.count > 0) return { problems: problems.all };
  const source = { base, files };
  return {
    content: { courses, articles: [], bundles: [], awards: [], pools: [], drawings: [], sources: [source] },
    problems: [],
  };
}

/** Names that are found without their course meet no other, and what awards ask for stays. */
async function meetsTheOthers(place: ContentFiles, slug: string, problems: Problems): Promise<void> {
  const courses = await entries(place, 'courses', '/', new Problems());
  // The course itself comes last: it is the one that has to give way.
  const inTurn = courses.toSorted((a, b) => Number(a.slug === slug) - Number(b.slug === slug));
  const quizzes = [];
  for (const { file } of inTurn) quizzes.push(...(await entries(place, `${file}/quizzes`, '.yaml', new Problems())));
  quizNamesAreUnique(quizzes, problems);
  const awards = await readAwards(place, new Set(courses.map((course) => course.slug)), problems);
  examsAreThere(awards, quizzes, problems);
}
