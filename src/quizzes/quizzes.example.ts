import { type ContentFolder, CourseQueries, ImportContent, quizFileSchema, type QuizFile } from '../courses/index.js';
import type { Database } from '../database/index.js';
import { GrantAccess } from '../enrollment/index.js';
import { EnsurePerson } from '../users/index.js';
import { ImportQuizzes } from './importing/import-quizzes.js';
import type { TypeName } from '../questions/index.js';

export const course = 'example-course';
export const quiz = 'example-quiz';

const question = { topic: 'dilution', feedback: 'CANARY-feedback', source: 'CANARY-source' };

/** One question of each type, with a canary in every part of the key; the names of options are telling on purpose. */
export const exampleQuiz = (changes: Record<string, unknown> = {}): QuizFile =>
  quizFileSchema.parse({
    title: 'Example quiz',
    intro: 'One question of each type.',
    passPercent: 75,
    draw: 4,
    minutes: 20,
    attempts: 3,
    review: ['score', 'marks', 'answers', 'feedback'],
    questions: [
      {
        ...question,
        id: 'canary-question-single',
        type: 'single',
        text: 'Which one?',
        options: [
          { id: 'canary-right', text: 'Good', correct: true },
          { id: 'canary-wrong', text: 'Bad' },
          { id: 'canary-worse', text: 'Worse' },
        ],
      },
      {
        ...question,
        id: 'canary-question-multiple',
        type: 'multiple',
        text: 'Which ones?',
        options: [
          { id: 'canary-first', text: 'Good', correct: true },
          { id: 'canary-second', text: 'Also good', correct: true },
          { id: 'canary-third', text: 'Bad' },
        ],
      },
      { ...question, id: 'canary-question-true', topic: 'storage', type: 'trueFalse', text: 'Is it?', answer: true },
      {
        ...question,
        id: 'canary-question-number',
        topic: 'CANARY-topic',
        type: 'numeric',
        text: 'How much?',
        answer: '31415.25',
        tolerance: '271.75',
        unit: 'mL',
      },
    ],
    ...changes,
  });

export const password = 'a-long-enough-passphrase-49';

interface App {
  db: Database;
  get<T>(type: new (...parameters: never[]) => T): T;
}

const lesson = {
  slug: 'example-lesson',
  title: 'Example lesson',
  summary: 'A lesson.',
  minutes: 5,
  reviewed: '2026-11-15',
};
const items = [
  { kind: 'lesson' as const, slug: lesson.slug, title: lesson.title, minutes: 5 },
  { kind: 'quiz' as const, slug: quiz, title: 'Example quiz', minutes: 20 },
];

/** A course of one lesson and this quiz. */
const contentWith = (file: QuizFile): ContentFolder => ({
  courses: [
    {
      slug: course,
      file: 'course.md',
      title: 'Example course',
      summary: 'A course.',
      audience: 'Everyone.',
      reviewed: '2026-11-15',
      reviewedBy: 'Somebody',
      listPrice: { amount: 100, currency: 'USD' },
      objectives: ['Learn'],
      introHtml: '<p>Intro</p>',
      outline: [{ title: 'All of it', items }],
      minutes: 25,
      lessons: [{ ...lesson, file: 'lesson.md', sources: [{ text: 'A source' }], html: '<p>Text</p>', resource: null }],
      quizzes: [{ slug: quiz, file: 'quiz.yaml', course, quiz: file }],
    },
  ],
  articles: [],
  bundles: [],
  awards: [],
  pools: [],
  drawings: [],
  sources: [],
});

/** Imports the course with this quiz in it. */
export async function importQuiz(app: App, file: QuizFile): Promise<string[]> {
  const content = contentWith(file);
  await app.get(ImportContent).execute(content);
  return app.get(ImportQuizzes).execute(content);
}

let people = 0;

/** A new person who may study the course. */
export async function newLearner(
  app: App,
  roles: ('learner' | 'examiner')[] = ['learner'],
): Promise<{ email: string; personId: string }> {
  const email = `learner-${++people}@quizzes.test`;
  const personId = await app.get(EnsurePerson).execute({ name: 'A learner', email, roles, password });
  const courseId = (await app.get(CourseQueries).idsBySlug([course])).get(course)!;
  const grant = { personId, sourceKind: 'test', sourceId: email, courseIds: [courseId] };
  await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, grant));
  return { email, personId };
}

export interface Asked {
  id: string;
  type: TypeName;
  text: string;
  options?: { id: string; text: string }[];
  rev: number;
  response: object | null;
}

/** What earns the marks of the example, or what does not. */
export function answerTo({ type, options = [] }: Asked, isRight = true): object {
  const good = options.filter(({ text }) => /good/i.test(text)).map(({ id }) => id);
  const bad = options.filter(({ text }) => !/good/i.test(text)).map(({ id }) => id);
  if (type === 'single') return { option: isRight ? good[0] : bad[0] };
  if (type === 'multiple') return { options: isRight ? good : [...good, ...bad] };
  if (type === 'trueFalse') return { value: isRight };
  return { value: isRight ? '31687.00' : '31687.01' };
}
