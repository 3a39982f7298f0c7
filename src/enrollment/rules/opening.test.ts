import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { smallContent } from '../../../test/fixtures/small-content.js';
import { ImportBundles } from '../../bundles/index.js';
import { ImportContent, readContent } from '../../courses/index.js';
import { ImportQuizzes } from '../../quizzes/index.js';
import { newId } from '../../shared/index.js';
import { CompleteItem, GrantAccess } from '../index.js';

const html = { accept: 'text/html' };

describe('a course that opens bit by bit', () => {
  let app: TestApp;
  let learner: Client;
  let personId: string;
  let folder: string;
  let enrollmentId: string;

  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  const lesson = (title: string, rules = '') =>
    `---\ntitle: ${title}\nsummary: Short.\nminutes: 5\nreviewed: 2026-11-15\nsources: [{ text: A book }]\n${rules}---\nWhat the ${title} says: quokkaword.\n`;
  const course = (title: string, rest: string) =>
    `---\ntitle: ${title}\nsummary: Short.\naudience: All.\nreviewed: 2026-11-15\nreviewedBy: Us\nlistPrice: { amount: 4900, currency: USD }\nobjectives: [Know]\n${rest}---\nIntro.\n`;
  const bring = async () => {
    const content = await readContent(folder);
    await app.get(ImportContent).execute(content);
    await app.get(ImportQuizzes).execute(content);
    await app.get(ImportBundles).execute(content);
  };
  const courseId = async (slug: string) =>
    (await app.db.row<{ id: string }>('SELECT id FROM courses WHERE slug = $1', [slug]))!.id;
  const grant = async (slug: string) => {
    const given = { personId, sourceKind: 'test', sourceId: newId(), courseIds: [await courseId(slug)] };
    await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, given));
    return (await app.db.row<{ id: string }>(
      'SELECT e.id FROM enrollments e JOIN courses c ON c.id = e.course_id WHERE e.person_id = $1 AND c.slug = $2',
      [personId, slug],
    ))!.id;
  };
  const complete = (enrollment: string, itemSlug: string) =>
    app.db.transaction((tx) =>
      app.get(CompleteItem).complete(tx, { enrollmentId: enrollment, itemSlug, kind: 'lesson' }),
    );
  const daysPass = (days: number) =>
    app.db.rows('UPDATE enrollments SET created_at = created_at - make_interval(days => $2) WHERE id = $1', [
      enrollmentId,
      days,
    ]);

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    personId = newId();
    await app.db.rows(
      `INSERT INTO people (id, email, name, password_hash, confirmed_at)
       SELECT $1, 'drip@rules.test', 'Drip', password_hash, now() FROM people WHERE email LIKE 'learner@%'`,
      [personId],
    );
    learner = await app.signIn('drip@rules.test');
    folder = await mkdtemp(join(tmpdir(), 'rules-'));
    await smallContent(folder);
    await rm(join(folder, 'courses/basics'), { recursive: true });
    await rm(join(folder, 'bundles'), { recursive: true });
    await rm(join(folder, 'awards'), { recursive: true });
    await write('courses/before/course.md', course('Before', 'modules: [{ title: M, lessons: [start] }]\n'));
    await write('courses/before/lessons/start.md', lesson('start'));
    const modules =
      'modules:\n  - title: Now\n    lessons: [today]\n  - title: Later\n    opens: { days: 7 }\n    lessons: [week]\n' +
      '  - title: Then\n    lessons: [after]\n  - title: Check\n    opens: { days: 9 }\n    quiz: drip-quiz\n';
    await write('courses/drip/course.md', course('Drip course', modules));
    await write('courses/drip/lessons/today.md', lesson('today'));
    await write('courses/drip/lessons/week.md', lesson('week'));
    await write('courses/drip/lessons/after.md', lesson('after', 'needs: [before]\n'));
    await write(
      'courses/drip/quizzes/drip-quiz.yaml',
      `title: Drip quiz\nintro: One.\npassPercent: 80\ndraw: 1\nminutes: 20\nattempts: 3\nreview: [score]\nquestions:\n  - id: one\n    topic: t\n    type: single\n    text: Which?\n    options: [{ id: a, text: A, correct: true }, { id: b, text: B }]\n    marks: 1\n    feedback: F.\n    source: S\n`,
    );
    await bring();
    enrollmentId = await grant('drip');
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('gives no address away before its day: neither page nor program, nor by completing, talking or searching', async () => {
    const page = await learner.get('/learn/drip/week', html);
    expect(page.status).toBe(403);
    expect(page.text).toMatch(
      /Opens <local-time><time datetime="[^"]+">[^<]+UTC<\/time><\/local-time><span>, in 6 days/,
    );
    expect(page.text).toContain('Meanwhile: today');
    expect(page.text).not.toContain('quokkaword');
    const answer = await learner.get('/api/learning/drip/lessons/week');
    expect(answer).toMatchObject({ status: 403, body: { code: 'not_open_yet', needs: [] } });
    const begun = (await app.db.row<{ at: Date }>('SELECT created_at AS at FROM enrollments WHERE id = $1', [
      enrollmentId,
    ]))!.at;
    expect(answer.body.opensAt).toBe(new Date(begun.getTime() + 7 * 86_400_000).toISOString());
    const done = await learner.put('/api/learning/drip/lessons/week/completion', {});
    expect(done).toMatchObject({ status: 403, body: { code: 'not_open_yet' } });
    const found = (await learner.get('/api/search?q=quokkaword&kind=lesson')).body;
    expect(found.items.map(({ path }: { path: string }) => path)).toEqual(['/learn/drip/today']);
    expect(found.total).toBe(1);
    const comments = (path: string) => learner.get(`/api/comments?place=${encodeURIComponent(path)}`);
    expect((await comments('/learn/drip/today')).status).toBe(200);
    expect((await comments('/learn/drip/week')).status).toBe(404);
  });

  it('is no dead link in the outline, and programs are told when', async () => {
    const { text } = await learner.get('/learn/drip/today', html);
    expect(text).toContain('href="/learn/drip/today"');
    expect(text).not.toContain('href="/learn/drip/week"');
    expect(text).toMatch(/Complete first: <a href="\/learn\/before">Before<\/a>/);
    const [mine] = (await learner.get('/api/learning')).body.items;
    const items = mine.outline.flatMap((part: any) => part.items);
    expect(items.map(({ slug, open, needs }: any) => [slug, open, needs])).toEqual([
      ['today', true, []],
      ['week', false, []],
      ['after', false, ['before']],
      ['drip-quiz', false, []],
    ]);
    expect(items[1].opensAt).toMatch(/Z$/);
  });

  it('says before it is bought what opens when, and what comes first', async () => {
    const outline = (await app.client().get('/api/courses/drip')).body.outline;
    expect(outline[1].items[0]).toMatchObject({ opens: { days: 7 } });
    const { text } = await app.client().get('/courses/drip', html);
    expect(text).toContain('Opens 7 days after you begin');
    expect(text).toMatch(/Complete first: <a href="\/courses\/before">Before<\/a>/);
  });

  it('leads to what comes next, on the desk and in the player, with nothing to do', async () => {
    await complete(enrollmentId, 'today');
    const waiting = await learner.get('/learn/drip', html);
    expect([waiting.status, waiting.text.match(/<h1[^>]*>([^<]*)/)?.[1]]).toEqual([200, 'week']);
    const desk = await learner.get('/learning', html);
    expect(desk.text).toMatch(/week: <\/span><span class="when-open"><span class="opening">Opens/);
  });

  it('opens by itself when its day comes', async () => {
    await daysPass(7);
    expect((await learner.get('/learn/drip/week', html)).status).toBe(200);
    expect((await learner.get('/api/learning/drip/lessons/week')).status).toBe(200);
    expect((await learner.get('/learn/drip/quiz/drip-quiz', html)).status).toBe(403);
    const early = await learner.post('/api/quizzes/drip-quiz/attempts', {});
    expect(early).toMatchObject({ status: 403, body: { code: 'not_open_yet' } });
    await complete(enrollmentId, 'week');
    await daysPass(2);
    expect((await learner.get('/learn/drip/quiz/drip-quiz', html)).status).toBe(200);
    expect((await learner.post('/api/quizzes/drip-quiz/attempts', {})).status).toBe(201);
  });

  it('opens after a course that somebody completed in whatever edition, and stays open', async () => {
    expect((await learner.get('/learn/drip/after', html)).status).toBe(403);
    const before = await grant('before');
    await complete(before, 'start');
    await write('courses/before/lessons/start.md', lesson('start again'));
    await bring();
    expect((await learner.get('/learn/drip/after', html)).status).toBe(200);
    await new Promise((seen) => setTimeout(seen, 300));
    await app.db.rows('UPDATE enrollments SET completed_at = NULL WHERE id = $1', [before]);
    expect((await learner.get('/learn/drip/after', html)).status).toBe(200);
  });

  it('keeps open what an author closes later: who studies keeps their edition', async () => {
    await write('courses/drip/lessons/today.md', lesson('today', 'opens: { days: 300 }\n'));
    await bring();
    expect((await learner.get('/learn/drip/today', html)).status).toBe(200);
  });

  it('refuses a circle through a course that stays as it is, in old editions too', async () => {
    await write(
      'courses/before/course.md',
      course('Before', 'needs: [drip]\nmodules: [{ title: M, lessons: [start] }]\n'),
    );
    await write('courses/drip/lessons/after.md', lesson('after'));
    await expect(bring()).rejects.toThrow(
      /courses\/before\/course.md:1 Nobody could begin: before needs drip needs before/,
    );
  });
});
