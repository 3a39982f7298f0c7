import type { z } from 'zod';
import { claimProblems, claimsIn } from './claims.js';
import { type ContentFile, readContentFile, readYamlFile } from './content-file.js';
import type { Place } from './content-files.js';
import type { CourseContent, LessonContent, QuizContent } from './content-folder.js';
import type { Problems } from './content-problem.js';
import { entries } from './entries.js';
import { type Pictures, readPictures } from './pictures.js';
import type { QuestionPictures } from './question-pictures.js';
import { quizFileSchema } from './quiz-file.js';
import { rulesWithin } from './item-rules.js';
import { outlineOf, type Read } from './read-outline.js';
import { rendered } from './rendered.js';
import { courseSchema, lessonSchema } from './schemas.js';
import { readVideo } from './video/read-video.js';

type LessonFile = ContentFile<z.output<typeof lessonSchema>>;

export async function readCourses(
  folder: Place,
  drawings: QuestionPictures,
  problems: Problems,
): Promise<CourseContent[]> {
  const courses = await entries(folder, 'courses', '/', problems);
  const read = await Promise.all(courses.map(({ slug, file }) => readCourse(folder, slug, file, drawings, problems)));
  return read.filter((course) => course !== undefined);
}

/** The course `<base>/course.md` with all that belongs to it. */
export async function readCourse(
  folder: Place,
  slug: string,
  base: string,
  drawings: QuestionPictures,
  problems: Problems,
): Promise<CourseContent | undefined> {
  const pictures = await readPictures(folder, base, problems);
  const course = await readContentFile(folder, `${base}/course.md`, courseSchema, problems);
  const lessons = await readLessons(folder, base, pictures, problems);
  const quizzes = await readQuizzes(folder, base, slug, drawings, problems);
  if (!course) return undefined;
  const outline = outlineOf(course, lessons, quizzes, problems);
  const items = outline.flatMap((part) => part.items);
  const { title, summary, audience, reviewed, reviewedBy, listPrice, topics, objectives } = course.data;
  return {
    slug,
    file: course.file,
    ...{ title, summary, audience, reviewed, reviewedBy, listPrice, ...(topics && { topics }), objectives },
    ...(course.data.evaluation === 'required' && { asksEvaluation: true as const }),
    introHtml: rendered(course, 'h-', pictures, problems),
    outline,
    minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    lessons: items.flatMap((item) => (item.kind === 'lesson' ? lessons.get(item.slug)! : [])),
    quizzes: items.flatMap((item) => (item.kind === 'quiz' ? quizzes.get(item.slug)! : [])),
  };
}

async function readLessons(
  folder: Place,
  base: string,
  pictures: Pictures,
  problems: Problems,
): Promise<Read<LessonContent>> {
  const lessons: Read<LessonContent> = new Map();
  for (const { slug, file } of await entries(folder, `${base}/lessons`, '.md', problems)) {
    const lesson = await readContentFile(folder, file, lessonSchema, problems);
    lessons.set(slug, lesson && (await lessonOf(lesson, slug, { folder, base, pictures, problems })));
  }
  return lessons;
}

interface Around {
  folder: Place;
  base: string;
  pictures: Pictures;
  problems: Problems;
}

async function lessonOf(
  lesson: LessonFile,
  slug: string,
  { folder, base, pictures, problems }: Around,
): Promise<LessonContent> {
  const { resource, preview, opens, needs, video: named, ...data } = lesson.data;
  const refuse = (path: PropertyKey[], message: string) =>
    problems.add(lesson.file, lesson.lineOf(['video', ...path]), message);
  const video = named && (await readVideo(folder, base, named, refuse, problems));
  problems.addAll(lesson.file, claimProblems(claimsIn(lesson.body, lesson.bodyLine), data.sources));
  return {
    slug,
    file: lesson.file,
    ...data,
    ...(preview && { preview }),
    ...(video && { video }),
    ...(named?.sha256 && { uploaded: { sha256: named.sha256, line: lesson.lineOf(['video', 'sha256']) } }),
    ...rulesWithin({ opens, needs }),
    resource: resource ? { article: resource, line: lesson.lineOf(['resource']) } : null,
    html: rendered(lesson, 'h-', pictures, problems),
  };
}

async function readQuizzes(
  folder: Place,
  base: string,
  course: string,
  drawings: QuestionPictures,
  problems: Problems,
): Promise<Read<QuizContent>> {
  const quizzes: Read<QuizContent> = new Map();
  for (const { slug, file } of await entries(folder, `${base}/quizzes`, '.yaml', problems)) {
    const quiz = await readYamlFile(folder, file, quizFileSchema, problems);
    if (quiz) {
      const missing = (at: number, message: string) =>
        problems.add(file, quiz.lineOf(['questions', at, 'picture']), message);
      quiz.data.questions = drawings.of(quiz.data.questions, missing);
    }
    quizzes.set(slug, quiz && { slug, file, course, quiz: quiz.data });
  }
  return quizzes;
}
