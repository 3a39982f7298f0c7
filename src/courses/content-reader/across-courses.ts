import type { AwardContent, ContentFolder, QuizContent } from './content-folder.js';
import type { Problems } from './content-problem.js';

/** A quiz is found by its slug alone. */
export function quizNamesAreUnique(quizzes: Pick<QuizContent, 'slug' | 'file'>[], problems: Problems): void {
  const known = new Map<string, string>();
  for (const { slug, file } of quizzes) {
    const first = known.get(slug);
    if (first) problems.add(file, 1, `"${slug}" is the name of a quiz already: ${first}.`);
    else known.set(slug, file);
  }
}

/** Every exam that a certification asks for is a quiz of a course. */
export function examsAreThere(awards: AwardContent[], quizzes: Pick<QuizContent, 'slug'>[], problems: Problems): void {
  const known = new Set(quizzes.map(({ slug }) => slug));
  for (const award of awards) {
    for (const exam of award.kind === 'certification' ? award.exams : [])
      if (!known.has(exam)) problems.add(award.file, 1, `There is no quiz "${exam}".`);
  }
}

/** Every pool that a blueprint names exists and holds enough questions of the kind. */
export function poolsAreThere({ courses, pools }: Pick<ContentFolder, 'courses' | 'pools'>, problems: Problems): void {
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
