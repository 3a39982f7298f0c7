import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { exampleQuiz, importQuiz, newLearner, password, quiz } from '../quizzes.example.js';
import { adoptedPercent, adoptedRatings } from './adopted-ratings.js';

let app: TestApp;
let [examiner, admin, author]: Client[] = [];
let [examinerId, authorId, adminId]: string[] = [];
beforeAll(async () => {
  app = await testApp();
  await importQuiz(app, exampleQuiz());
  [examiner, admin, author] = await Promise.all(['examiner', 'admin', 'author'].map((name) => app.signIn(name)));
  [examinerId, authorId, adminId] = await Promise.all(['examiner', 'author', 'admin'].map(personWith));
}, 120_000);
afterAll(() => app.close());

const personWith = async (role: string): Promise<string> =>
  (await app.db.row<{ id: string }>(
    `SELECT p.id FROM people p JOIN person_roles r ON r.person_id = p.id WHERE r.role = $1 AND p.email LIKE $1 || '@%'`,
    [role],
  ))!.id;
const html = { accept: 'text/html' };
const root = '/api/examiners/cut-scores';
const page = '/examiners/cut-scores';
const candidate = 'Doses safely, and knows when to ask.';

async function open(): Promise<string> {
  const answer = await examiner!.post<{ id: string }>(root, { quiz, candidate, showsFacility: true });
  expect(answer.status).toBe(201);
  return answer.body.id;
}
/** Every item at this percentage, from the first item on. */
const rate = (judge: Client, study: string, ...percents: (number | null)[]) =>
  judge.put<any>(`${root}/${study}/ratings`, { ratings: percents.map((percent, position) => ({ position, percent })) });
const code = (answer: { body: unknown }) => (answer.body as { code: string }).code;

describe('a study of a cut score', () => {
  let study: string;

  it('takes every item that the quiz may draw, once', async () => {
    expect((await examiner!.get(`${page}`, html)).text).toContain('No study yet');
    study = await open();
    const { body } = await examiner!.get<any>(`${root}/${study}`);
    expect(body).toMatchObject({ status: 'open', items: 4, possible: 4, round: 0, judges: [], rounds: [] });
    expect(code(await examiner!.post(root, { quiz, candidate }))).toBe('study_open');
    expect((await examiner!.post(root, { quiz: 'nothing-like-it', candidate })).status).toBe(404);
    const kept = await examiner!.form(page, { quiz: '', candidate: 'Kept words' });
    expect([kept.status, kept.text.includes('Kept words'), kept.text.includes('Choose a quiz or an exam.')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('opens a round once two judges are named, of people who may judge', async () => {
    expect(code(await examiner!.post(`${root}/${study}/rounds`))).toBe('too_few_judges');
    const { personId: learner } = await newLearner(app);
    expect(code(await examiner!.post(`${root}/${study}/judges`, { person: learner }))).toBe('cannot_judge');
    for (const person of [examinerId, authorId, authorId]) {
      expect((await examiner!.post(`${root}/${study}/judges`, { person })).status).toBe(204);
    }
    expect((await examiner!.form(`${page}/${study}/judges`, { person: adminId! })).status).toBe(303);
    expect(code(await rate(author!, study, 50))).toBe('no_round_open');
    expect((await examiner!.post(`${root}/${study}/rounds`)).body).toEqual({ round: 1 });
    expect(code(await examiner!.post(`${root}/${study}/rounds`))).toBe('round_open');
  });

  it('keeps what a judge says at once, and the latest word counts', async () => {
    expect((await rate(author!, study, 60, 40)).body).toEqual({ rated: 2 });
    expect((await rate(author!, study, 60, null, 80)).body).toEqual({ rated: 2 });
    expect(code(await author!.put(`${root}/${study}/ratings`, { ratings: [{ position: 9, percent: 1 }] }))).toBe(
      'no_such_item',
    );
    expect((await rate(author!, study, 101)).status).toBe(400);
    const sheet = (await author!.get<any>(`${root}/${study}/ratings`)).body;
    expect(sheet.items.map(({ percent, spread }: any) => [percent, spread])).toEqual(
      [60, null, 80, null].map((said) => [said, null]),
    );
    const refused = await author!.form(`${page}/${study}/ratings?page=1`, { 'percent-0': '60', 'percent-1': 'many' });
    expect([refused.status, refused.text.includes('many'), refused.text.includes('from 0 to 100')]).toEqual([
      422,
      true,
      true,
    ]);
    const form = await author!.form(`${page}/${study}/ratings?page=1`, {
      'percent-0': '70',
      'percent-1': '50',
      'percent-2': '',
      'percent-3': '60',
    });
    expect([form.status, form.headers.get('location')]).toEqual([303, `${page}/${study}/ratings?page=1`]);
    expect((await rate(author!, study)).body).toEqual({ rated: 3 });
  });

  it('shows nobody what others say before the round is closed', async () => {
    await rate(examiner!, study, 90, 90, 90, 90);
    const { body } = await examiner!.get<any>(`${root}/${study}`);
    expect(body.rounds).toEqual([]);
    expect(body.judges.map(({ rated }: any) => rated).sort()).toEqual([0, 3, 4]);
    expect((await author!.get<any>(`${root}/${study}/ratings`)).body.items[0].spread).toBeNull();
  });

  it('is closed only once two judges have rated every item', async () => {
    expect(code(await examiner!.post(`${root}/${study}/closing`))).toBe('ratings_missing');
    await rate(author!, study, 70, 50, 60, 60);
    expect((await examiner!.post(`${root}/${study}/rounds/closing`)).status).toBe(204);
    expect(code(await examiner!.post(`${root}/${study}/rounds/closing`))).toBe('no_round_open');
    expect(code(await rate(author!, study, 1))).toBe('no_round_open');
    await expect(app.db.rows(`UPDATE cut_ratings SET percent = 1 WHERE study_id = $1`, [study])).rejects.toThrow(
      'closed round',
    );
  });

  it('lets the panel see its spread, unnamed, and rate again from where each judge stood', async () => {
    await examiner!.post(`${root}/${study}/rounds`);
    const sheet = (await author!.get<any>(`${root}/${study}/ratings`)).body;
    expect(sheet).toMatchObject({ round: 2, rated: 4 });
    expect(sheet.items[1]).toMatchObject({ percent: 50, spread: { judges: 2, mean: 70, lowest: 50, highest: 90 } });
    const text = (await author!.get(`${page}/${study}/ratings`, html)).text;
    expect(text).toContain('Last round the panel said 70 on average, from 50 to 90.');
    expect(text).toContain('value="50"');
    expect((await rate(author!, study, 80)).body).toEqual({ rated: 4 });
  });

  it('says the cut, its error and how severe each judge is', async () => {
    await examiner!.form(`${page}/${study}/rounds/closing`, {});
    const { rounds } = (await examiner!.get<any>(`${root}/${study}`)).body;
    // 90 % of four marks, and 0.8 + 0.5 + 0.6 + 0.6: the deviation is 1.1/√2.
    expect(rounds[1]).toMatchObject({ round: 2, cut: expect.closeTo(3.05, 9), standardError: expect.closeTo(0.55, 9) });
    const severity = Object.fromEntries(rounds[1].judges.map(({ person, severity: by }: any) => [person, by]));
    expect(severity).toEqual({
      [examinerId!]: expect.closeTo(0.55, 9),
      [authorId!]: expect.closeTo(-0.55, 9),
      [adminId!]: null,
    });
    const text = (await examiner!.get(`${page}/${study}`, html)).text;
    for (const words of ['76.3 %', 'Round 2', 'Questions the panel never saw', 'moderate 76.3 %'])
      expect(text).toContain(words);
  });

  /** As if the panel had rated every item so. */
  async function withRatings(percent: string, act: () => Promise<void>): Promise<void> {
    await app.db.rows('CREATE TABLE kept_ratings AS TABLE cut_ratings');
    await app.db.rows('ALTER TABLE cut_ratings DISABLE TRIGGER USER');
    await app.db.rows(`UPDATE cut_ratings SET percent = ${percent}`);
    await act();
    await app.db.rows(`UPDATE cut_ratings r SET percent = k.percent FROM kept_ratings k
      WHERE (k.study_id, k.round, k.person_id, k.question_id, k.part) = (r.study_id, r.round, r.person_id, r.question_id, r.part)`);
    await app.db.rows('ALTER TABLE cut_ratings ENABLE TRIGGER USER');
  }

  it('is adopted by somebody else than who closed it', async () => {
    expect(code(await admin!.post(`${root}/${study}/adoption`))).toBe('study_not_closed');
    expect((await examiner!.post(`${root}/${study}/closing`)).status).toBe(204);
    expect(code(await examiner!.post(`${root}/${study}/closing`))).toBe('study_closed');
    expect(code(await examiner!.post(`${root}/${study}/rounds`))).toBe('study_closed');
    expect(code(await examiner!.post(`${root}/${study}/judges`, { person: adminId }))).toBe('study_closed');
    expect(code(await examiner!.post(`${root}/${study}/adoption`))).toBe('second_person_needed');
    const refused = await examiner!.form(`${page}/${study}/adoption`, {});
    expect([refused.status, refused.text.includes('Somebody else')]).toEqual([422, true]);
    await withRatings('0', async () => {
      expect(code(await admin!.post(`${root}/${study}/adoption`))).toBe('cut_too_low');
    });
    for (let twice = 0; twice < 2; twice += 1)
      expect((await admin!.post(`${root}/${study}/adoption`)).status).toBe(204);
    expect((await examiner!.get<any>(`${root}/${study}`)).body.status).toBe('adopted');
  });

  it('freezes the cut of each paper that is drawn from then on', async () => {
    const learner = await newLearner(app);
    const client = await app.signIn(learner.email, password);
    const { id } = (await client.post<{ id: string }>(`/api/quizzes/${quiz}/attempts`)).body;
    const { cut } = (await app.db.row<{ cut: number }>('SELECT cut::float8 AS cut FROM attempts WHERE id = $1', [id]))!;
    expect(cut).toBe(3.05);
    await client.post(`/api/attempts/${id}/submission`);
    expect((await client.get<any>(`/api/attempts/${id}/result`)).body).toMatchObject({
      passPercent: 76.25,
      passed: false,
    });
  });

  it('counts only judges who rated everything', async () => {
    const { quizId } = (await app.db.row<{ quizId: string }>(`SELECT id AS "quizId" FROM quizzes WHERE slug = $1`, [
      quiz,
    ]))!;
    const ratings = await adoptedRatings(app.db, quizId);
    expect(ratings!.map(({ percent }) => percent).sort()).toEqual([70, 75, 75, 85]);
    const other = (await app.db.row<{ id: string }>(`SELECT id FROM quizzes WHERE cut_study_id IS NULL LIMIT 1`))!;
    expect(await adoptedRatings(app.db, other.id)).toBeNull();
    expect([await adoptedPercent(app.db, quizId), await adoptedPercent(app.db, other.id)]).toEqual([76.3, null]);
  });

  it('gives way to a later one', async () => {
    const next = await open();
    for (const person of [examinerId, authorId]) await examiner!.post(`${root}/${next}/judges`, { person });
    await examiner!.form(`${page}/${next}/rounds`, {});
    for (const judge of [examiner!, author!]) await rate(judge, next, 50, 50, 50, 50);
    await examiner!.form(`${page}/${next}/closing`, {});
    await admin!.form(`${page}/${next}/adoption`, {});
    const { items } = (await author!.get<any>(root)).body;
    expect(items.map(({ status }: any) => status)).toEqual(['adopted', 'replaced']);
    expect((await author!.get(page, html)).text).toContain('Your sheet');
  });
});

it('is nobody’s business but the panel’s', async () => {
  const [study] = (await examiner!.get<any>(root)).body.items;
  expect(code(await admin!.get(`${root}/${study.id}/ratings`))).toBe('not_a_judge');
  expect((await author!.get(`${root}/${study.id}`)).status).toBe(403);
  for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000']) {
    expect((await examiner!.get(`${root}/${id}`)).status).toBe(404);
    expect((await examiner!.post(`${root}/${id}/rounds`)).status).toBe(404);
    expect((await author!.get(`${root}/${id}/ratings`)).status).toBe(404);
  }
});
