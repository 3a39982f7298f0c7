import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallContent } from '../../../test/fixtures/small-content.js';
import { testDatabase, type TestDatabase } from '../../../test/support/databases.js';
import { type ContentFolder, readContent, readOneCourse } from '../content-reader/index.js';
import { CourseQueries } from '../courses.queries.js';
import { ImportContent } from '../importing/import-content.js';
import { NotMovedOn } from './not-moved-on.js';
import { SourceQueries } from './source.queries.js';

const lesson = 'courses/basics/lessons/first.md';
let database: TestDatabase;
let folder: string;
let importing: ImportContent;
let sources: SourceQueries;
beforeEach(async () => {
  database = await testDatabase();
  importing = new ImportContent(database.db);
  sources = new SourceQueries(database.db);
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  await smallContent(folder);
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const change = async (from: string, to: string) =>
  writeFile(join(folder, lesson), (await readFile(join(folder, lesson), 'utf8')).replace(from, to));
const byFolder = async () => importing.execute(await new NotMovedOn(database.db).of(await readContent(folder)));
const number = async () => (await new CourseQueries(database.db).bySlug('basics'))!.number;

/** What a draft says that changed one lesson. */
async function fromDesk(from: string, to: string): Promise<ContentFolder> {
  const newest = (await sources.newest('basics'))!;
  const files = (await sources.files(newest.id)).map(({ path, bytes }) => ({
    path,
    bytes: Buffer.from(bytes.toString().replace(from, to)),
  }));
  const read = await readOneCourse('basics', files, await sources.around('basics'));
  expect(read.problems).toEqual([]);
  return read.content!;
}
const atDesk = async (from: string, to: string) => {
  const content = await fromDesk(from, to);
  return database.db.transaction((tx) => importing.within(tx, content, 'desk'));
};

it('keeps the files beside their edition, byte by byte, also when only line ends changed', async () => {
  await byFolder();
  const first = (await sources.newest('basics'))!;
  expect(first.number).toBe(1);
  await change('Some text.\n', 'Some text.\r\n');
  expect(await byFolder()).toEqual([]);
  const second = (await sources.newest('basics'))!;
  expect([second.number, second.id === first.id]).toEqual([1, false]);
  const files = await sources.files(second.id);
  expect(files.map(({ path }) => path)).toEqual([
    'course.md',
    'lessons/first.md',
    'lessons/second.md',
    'pictures/face.svg',
    'quizzes/basics-quiz.yaml',
  ]);
  for (const { path, bytes } of files)
    expect(bytes.equals(await readFile(join(folder, 'courses/basics', path)))).toBe(true);
  await byFolder();
  expect((await sources.newest('basics'))!.id).toBe(second.id);
});

it('lets no folder that has nothing new to say throw back what was edited at the desk', async () => {
  await byFolder();
  await atDesk('Some text.', 'Text of the desk.');
  expect(await number()).toBe(2);
  expect(await byFolder()).toEqual([]);
  expect(await number()).toBe(2);
});

it('lets a folder that changed speak again, and one that caught up change nothing', async () => {
  await byFolder();
  await atDesk('Some text.', 'Text of the desk.');
  await change('Some text.', 'Text of the desk.');
  expect(await byFolder()).toEqual([]);
  expect(await number()).toBe(2);
  await change('Text of the desk.', 'Text of the folder.');
  expect(await byFolder()).toEqual(['Course basics: edition 3, 2 lessons.']);
});

it('reads one course by the rules of the whole folder: names of others, exams of awards, pools', async () => {
  await byFolder();
  const newest = (await sources.newest('basics'))!;
  const files = await sources.files(newest.id);
  const around = await sources.around('basics');
  const said = async (others: string[], shared = around.shared) =>
    (await readOneCourse('basics', files, { shared, others })).problems.map(({ message }) => message);
  expect(await said([])).toEqual([]);
  expect(await said(['courses/other/quizzes/basics-quiz.yaml'])).toEqual([
    '"basics-quiz" is the name of a quiz already: courses/other/quizzes/basics-quiz.yaml.',
  ]);
});
