import { readContentFile } from './content-file.js';
import { keptFiles, type SourceFile } from './content-files.js';
import { claimProblems, claimsIn } from './claims.js';
import { type Problem, Problems } from './content-problem.js';
import { readPictures } from './pictures.js';
import { rendered } from './rendered.js';
import { lessonSchema, type Source } from './schemas.js';

export interface LessonPreview {
  title: string;
  summary: string;
  html: string;
  sources: Source[];
  /** The line of the file on which the text below the front matter begins. */
  bodyLine: number;
  problems: Problem[];
}

/** A lesson as its page will show it, from its text and the pictures of its course. */
export async function previewLesson(path: string, text: string, pictures: SourceFile[]): Promise<LessonPreview> {
  const files = new Map(
    [...pictures, { path, bytes: Buffer.from(text) }].map((file) => [`c/${file.path}`, file.bytes]),
  );
  const place = keptFiles(files);
  const problems = new Problems();
  const drawings = await readPictures(place, 'c', new Problems());
  const lesson = await readContentFile(place, `c/${path}`, lessonSchema, problems);
  const html = lesson ? rendered(lesson, 'h-', drawings, problems) : '';
  if (lesson) {
    const claims = claimsIn(lesson.body, lesson.bodyLine);
    problems.addAll(lesson.file, claimProblems(claims, lesson.data.sources));
  }
  const { title = '', summary = '', sources = [] } = lesson?.data ?? {};
  const bodyLine = lesson?.bodyLine ?? 1;
  return { title, summary, html, sources, bodyLine, problems: problems.all.map((each) => ({ ...each, file: path })) };
}

/** A lesson by its bytes alone; undefined when it is none. */
export const readLesson = (bytes: Buffer) =>
  readContentFile(keptFiles(new Map([['c/lesson.md', bytes]])), 'c/lesson.md', lessonSchema, new Problems());
