import { EnrollmentRoom } from '../../../test/fixtures/enrollment-room.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { newId } from '../../shared/index.js';
import { CompleteItem, EnrollmentQueries, GrantAccess } from '../index.js';
import { EvaluationQueries } from './evaluation.queries.js';
import type { CourseEvaluation } from './evaluation.schemas.js';
import { GiveCourseEvaluation } from './give-course-evaluation.js';

const said: CourseEvaluation = {
  ...{ objectives: 5, level: 4, teaching: 3, practice: 2 },
  ...{ biased: 'no', bias: '', change: 'Check the label.', improve: '=More cases' },
};

describe('evaluating a course', () => {
  let room: EnrollmentRoom;
  let personId: string;
  let enrollmentId: string;
  beforeAll(async () => {
    room = await EnrollmentRoom.open();
  });
  afterAll(() => room.close());
  beforeEach(() => begin());

  const begin = async (course = 'basics') => {
    personId = await room.person();
    const given = { personId, sourceKind: 'test', sourceId: newId(), courseIds: [await room.courseId(course)] };
    await room.db.transaction((tx) => room.get(GrantAccess).grant(tx, given));
    enrollmentId = (await room.get(EnrollmentQueries).access(personId, course))!.enrollmentId;
  };
  const complete = (itemSlug: string, kind: 'lesson' | 'quiz' = 'lesson') =>
    room.db.transaction((tx) => room.get(CompleteItem).complete(tx, { enrollmentId, itemSlug, kind }));
  const finish = async () => {
    await complete('first');
    await complete('second');
    await complete('basics-quiz', 'quiz');
  };
  const give = (course = 'basics', by = personId) => room.get(GiveCourseEvaluation).execute(by, course, said);
  const completedAt = async (course = 'basics') =>
    (await room.get(EnrollmentQueries).access(personId, course))!.completedAt;
  const nextEdition = (number: number, changes: object) =>
    room.db.rows(
      `WITH next AS (INSERT INTO editions SELECT (jsonb_populate_record(e, $2::jsonb || jsonb_build_object(
           'id', gen_random_uuid(), 'number', $1::int, 'content_hash', 'n' || $1))).*
         FROM editions e JOIN courses c ON c.current_edition_id = e.id WHERE c.slug = 'basics' RETURNING id, course_id)
       UPDATE courses c SET current_edition_id = next.id FROM next WHERE c.id = next.course_id`,
      [number, JSON.stringify(changes)],
    );

  it('is taken once everything is done, once, also when it is sent twice at the same moment', async () => {
    await expect(give()).rejects.toMatchObject({ code: 'not_done_yet' });
    await finish();
    expect(await completedAt()).toBeInstanceOf(Date);
    const both = await Promise.allSettled([give(), give()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(give()).rejects.toMatchObject({ code: 'already_evaluated' });
    await expect(give('basics', await room.person())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('holds a course up only where its edition says so, and then completes it', async () => {
    await nextEdition(2, { asks_evaluation: true });
    await begin();
    await finish();
    expect(await completedAt()).toBeNull();
    expect(await room.facts('course.completed', personId)).toEqual([]);
    await give();
    expect(await completedAt()).toBeInstanceOf(Date);
    expect(await room.facts('course.completed', personId)).toHaveLength(1);
  });

  it('shows nothing of fewer than five, and no edition that could be told from the others', async () => {
    const queries = room.get(EvaluationQueries);
    await room.db.rows('DELETE FROM course_evaluations');
    await nextEdition(3, { asks_evaluation: false });
    const some = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        await begin();
        await finish();
        await give();
      }
    };
    await some(4);
    expect(await queries.groups('basics')).toMatchObject([
      { edition: null, count: 4, medians: null, biased: null },
      {},
    ]);
    expect(await queries.said('basics')).toEqual([]);
    await some(1);
    const [whole, third] = await queries.groups('basics');
    expect(whole).toMatchObject({ count: 5, medians: { objectives: 5, practice: 2 }, biased: 0 });
    expect(whole!.spread!.teaching).toEqual([0, 0, 5, 0, 0]);
    expect(third).toMatchObject({ edition: 3, count: 5, medians: { level: 4 } });
    expect(await queries.said('basics')).toHaveLength(5);
    await nextEdition(4, {});
    await some(1);
    const shown = await queries.groups('basics');
    expect(shown.map(({ edition, count, medians }) => [edition, count, medians !== null])).toEqual([
      [null, 6, true],
      [4, 1, false],
      [3, 5, false],
    ]);
  });
});

describe('the pages of an evaluation', () => {
  const html = { accept: 'text/html' };
  let app: TestApp;
  let learner: Client;
  let author: Client;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    author = await app.signIn('author');
    for (let n = 1; n <= 5; n += 1) {
      await app.db.rows(
        `INSERT INTO people (id, email, name, password_hash, confirmed_at)
         SELECT $1, $2, 'Reader ' || $3, password_hash, now() FROM people WHERE email LIKE 'learner@%'`,
        [newId(), `reader${n}@evaluation.test`, n],
      );
    }
    const courseIds = [(await app.db.row<{ id: string }>(`SELECT id FROM courses WHERE slug = 'foundations'`))!.id];
    for (const { id } of await app.db.rows<{ id: string }>(
      `SELECT id FROM people WHERE email LIKE '%@evaluation.test'`,
    )) {
      const given = { personId: id, sourceKind: 'test', sourceId: newId(), courseIds };
      await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, given));
    }
    learner = await app.signIn('reader1@evaluation.test');
  }, 120_000);
  afterAll(() => app.close());
  const page = '/learn/foundations/evaluation';

  it('waits for the work, then asks, comes back filled, and thanks', async () => {
    expect((await learner.get(page, html)).text).toContain('once everything it asks for is done');
    expect((await learner.get('/learning', html)).text).not.toContain(page);
    await app.db.rows(
      `UPDATE enrollments e SET completed_at = now() FROM people p WHERE p.id = e.person_id AND p.email LIKE '%@evaluation.test'`,
    );
    expect((await learner.get('/learning', html)).text).toContain(`href="${page}"`);
    const typed = {
      objectives: '5',
      level: '4',
      teaching: '',
      practice: '2',
      biased: 'yes',
      bias: '',
      change: 'I keep this',
    };
    const refused = await learner.form(page, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/Choose one of the five/);
    expect(refused.text).toContain('I keep this</textarea>');
    const where = await learner.form(page, { ...typed, teaching: '3' });
    expect(where.text).toContain('Say where it did.');
    expect((await learner.form(page, { ...typed, teaching: '3', bias: '=cmd|x' })).status).toBe(303);
    expect((await learner.get(page, html)).text).toContain('Thank you');
    expect((await learner.get('/learning', html)).text).not.toContain(page);
    const again = await learner.post('/api/learning/foundations/evaluation', said);
    expect(again).toMatchObject({ status: 409, body: { code: 'already_evaluated' } });
    expect((await learner.post('/api/learning/foundations/evaluation', {})).status).toBe(400);
    expect((await learner.post('/api/learning/upper-face/evaluation', said)).status).toBe(404);
  });

  it('tells authors nothing of one, and everything but the names of five', async () => {
    const report = '/author/evaluations/foundations';
    expect((await author.get(report, html)).text).toContain('1 so far');
    const head = (await author.get(`/api${report}/answers.csv`)).text;
    expect(head.trim().split('\n')).toHaveLength(1);
    for (const n of [2, 3, 4, 5]) {
      const other = await app.signIn(`reader${n}@evaluation.test`);
      expect((await other.post('/api/learning/foundations/evaluation', said)).status).toBe(204);
    }
    const { text } = await author.get(report, html);
    expect(text).toContain('5 evaluations, 1 of them find it biased');
    expect(text).toContain('Check the label.');
    const csv = (await author.get(`/api${report}/answers.csv`)).text;
    expect(csv.trim().split('\n')).toHaveLength(6);
    expect(csv).toContain("'=cmd|x");
    expect(csv).toContain("'=More cases");
    expect(`${text}${csv}`).not.toMatch(/Reader \d|evaluation\.test/);
    expect((await author.get(`/api${report}`)).body.groups[0]).toMatchObject({ count: 5, biased: 1 });
    expect((await author.get('/author/evaluations', html)).text).toContain(`href="${report}"`);
    expect((await author.get('/api/author/evaluations/nothing')).status).toBe(404);
    expect((await learner.get(report, html)).status).toBe(403);
  });
});
