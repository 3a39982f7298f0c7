import type { z } from 'zod';
import type { ContentFile } from './content-file.js';
import type { LessonContent, OutlineItem, OutlineModule, QuizContent } from './content-folder.js';
import type { Problems } from './content-problem.js';
import { type ItemRules, rulesWithin } from './item-rules.js';
import type { courseSchema } from './schemas.js';

/** The files of a kind by slug; undefined stands for one that was refused. */
export type Read<T> = Map<string, T | undefined>;

/** What practice without a clock takes, for the outline. */
const practiceMinutes = 20;

/** Addresses below `/learn/<course>/` that are not items. */
const reserved = new Set(['quiz', 'completion', 'evaluation']);

/** The outline with what each item is called; every file in it exactly once, and no file outside of it. */
export function outlineOf(
  course: ContentFile<z.output<typeof courseSchema>>,
  lessons: Read<LessonContent>,
  quizzes: Read<QuizContent>,
  problems: Problems,
): OutlineModule[] {
  const base = course.file.replace(/\/course\.md$/, '');
  const placed = new Set<string>();
  const unused = new Set([
    ...[...lessons.keys()].map((slug) => `lessons/${slug}.md`),
    ...[...quizzes.keys()].map((slug) => `quizzes/${slug}.yaml`),
  ]);
  const item = (kind: OutlineItem['kind'], slug: string, part: ItemRules, path: PropertyKey[]): OutlineItem[] => {
    const file = kind === 'lesson' ? `lessons/${slug}.md` : `quizzes/${slug}.yaml`;
    const refuse = (message: string) => void problems.add(course.file, course.lineOf(path), message);
    const exists = unused.delete(file) || placed.has(slug);
    if (!exists) refuse(`There is no ${kind} ${file}.`);
    else if (placed.has(slug)) refuse(`"${slug}" stands in the outline twice.`);
    else if (reserved.has(slug)) refuse(`"${slug}" cannot be the name of a ${kind}.`);
    if (placed.has(slug)) return [];
    placed.add(slug);
    const lesson = kind === 'lesson' ? lessons.get(slug) : undefined;
    const quiz = kind === 'quiz' ? quizzes.get(slug)?.quiz : undefined;
    const named = lesson ?? quiz;
    const preview = lesson?.preview && { preview: lesson.preview };
    const rules = rulesWithin(course.data, part, lesson ?? {});
    if (preview && Object.keys(rules).length > 0) refuse(`"${slug}" is free to read: it cannot open later.`);
    if (!named) return [];
    return [{ kind, slug, title: named.title, minutes: named.minutes ?? practiceMinutes, ...preview, ...rules }];
  };
  const outline = course.data.modules.map((part, at) => ({
    title: part.title,
    ...(part.complete && part.complete !== 'all' && { complete: part.complete }),
    items:
      'quiz' in part
        ? item('quiz', part.quiz, part, ['modules', at, 'quiz'])
        : part.lessons.flatMap((slug, index) => item('lesson', slug, part, ['modules', at, 'lessons', index])),
  }));
  if (outline.every(({ complete }) => complete === 'none'))
    problems.add(course.file, course.lineOf(['modules']), 'The course asks for nothing: one module has to count.');
  for (const file of unused) problems.add(`${base}/${file}`, 1, 'The outline in course.md does not name this file.');
  return outline;
}
