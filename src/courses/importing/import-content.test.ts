import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase, type TestDatabase } from '../../../test/support/databases.js';
import { readContent } from '../content-reader/index.js';
import { smallContent } from '../../../test/fixtures/small-content.js';
import { CourseQueries } from '../courses.queries.js';
import { ImportContent } from './import-content.js';

describe('importing content', () => {
  let database: TestDatabase;
  let folder: string;
  let importContent: ImportContent;
  beforeEach(async () => {
    database = await testDatabase();
    importContent = new ImportContent(database.db);
    folder = await mkdtemp(join(tmpdir(), 'content-'));
    await smallContent(folder);
  });
  afterEach(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const lesson = 'courses/basics/lessons/first.md';
  const change = async (file: string, from: string, to: string) =>
    writeFile(join(folder, file), (await readFile(join(folder, file), 'utf8')).replace(from, to));
  const run = async () => importContent.execute(await readContent(folder));
  const count = async (table: string) =>
    (await database.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))!.n;

  it('publishes the first editions, in the order of the outline', async () => {
    expect(await run()).toEqual(['Article pain: edition 1.', 'Course basics: edition 1, 2 lessons.']);
    const courses = new CourseQueries(database.db);
    expect(await courses.published()).toMatchObject([
      { slug: 'basics', title: 'Basics', minutes: 37, lessonCount: 2, quizCount: 1, reviewedOn: '2026-11-15' },
    ]);
    const course = (await courses.bySlug('basics'))!;
    expect(course).toMatchObject({ number: 1, reviewedBy: 'The editors', objectives: ['Know the first thing'] });
    expect(await courses.lesson(course.editionId, 'second')).toMatchObject({ minutes: 12, articleSlug: 'pain' });
    expect(await courses.idsBySlug(['basics', 'none'])).toEqual(new Map([['basics', course.id]]));
  });

  it('does nothing when nothing changed, also when only the price or the questions did', async () => {
    await run();
    await change('courses/basics/course.md', '4900', '5900');
    await change('courses/basics/quizzes/basics-quiz.yaml', 'Which comes first?', 'Which lesson comes first?');
    expect(await run()).toEqual([]);
    expect([await count('editions'), await count('lessons'), await count('articles')]).toEqual([1, 2, 1]);
  });

  it('makes the next edition of a changed text, and another one when it returns to the old', async () => {
    await run();
    const first = (await new CourseQueries(database.db).bySlug('basics'))!;
    await change(lesson, 'Some text.', 'Other text.');
    expect(await run()).toEqual(['Course basics: edition 2, 2 lessons.']);
    await change(lesson, 'Other text.', 'Some text.');
    expect(await run()).toEqual(['Course basics: edition 3, 2 lessons.']);
    const third = (await new CourseQueries(database.db).bySlug('basics'))!;
    expect([third.id, third.number]).toEqual([first.id, 3]);
    expect(third.editionId).not.toBe(first.editionId);
  });

  it('makes one edition when many nodes import at once', async () => {
    const content = await readContent(folder);
    // So many connections are open that they really run side by side.
    await Promise.all(Array.from({ length: 8 }, () => database.db.rows('SELECT pg_sleep(0.05)')));
    await Promise.all(Array.from({ length: 8 }, () => importContent.execute(content)));
    expect([await count('editions'), await count('lessons'), await count('articles')]).toEqual([1, 2, 1]);
  });

  it('keeps a course that the folder no longer has', async () => {
    await run();
    expect(
      await importContent.execute({
        courses: [],
        articles: [],
        bundles: [],
        awards: [],
        pools: [],
        drawings: [],
        sources: [],
      }),
    ).toEqual([]);
    expect(await count('courses')).toBe(1);
  });

  it('imports nothing at all when a lesson names an article that nobody has', async () => {
    await change('courses/basics/lessons/second.md', 'resource: pain', 'resource: none');
    await expect(run()).rejects.toThrow('courses/basics/lessons/second.md:7 There is no article "none".');
    expect([await count('courses'), await count('articles')]).toEqual([0, 0]);
  });

  it.each(['editions', 'lessons', 'articles'])('lets nobody change or remove %s', async (table) => {
    await run();
    await expect(database.db.execute(`UPDATE ${table} SET title = 'x'`)).rejects.toThrow('append-only');
    await expect(database.db.execute(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    await expect(database.db.execute(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
  });

  it('lets no course point to an edition of another', async () => {
    await run();
    await expect(
      database.db.execute(
        `INSERT INTO courses (id, slug, current_edition_id) SELECT gen_random_uuid(), 'other', id FROM editions`,
      ),
    ).rejects.toMatchObject({ constraint: 'fk_courses_current_edition' });
  });
});
