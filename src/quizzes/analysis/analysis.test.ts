import { parse } from 'csv-parse/sync';
import { type Client, eventually, testApp, type TestApp } from '../../../test/support/index.js';
import { exampleQuiz, importQuiz, newLearner, quiz } from '../quizzes.example.js';
import { type ExampleAttempt, type ExampleMark, writeAttempts } from './analysis.example.js';
import type { Which } from './analysis.js';
import { AnalysisQueries } from './analysis.queries.js';
import { AskAnalysis } from './computing/ask-analysis.js';
import { ComputeAnalysis } from './computing/compute-analysis.js';

let app: TestApp;
let quizId: string;
beforeAll(async () => {
  app = await testApp();
  await importQuiz(app, exampleQuiz());
  await newLearner(app);
  quizId = (await app.db.row<{ id: string }>('SELECT id FROM quizzes WHERE slug = $1', [quiz]))!.id;
}, 120_000);
afterAll(() => app.close());

const [single, multiple, statement, number] = ['single', 'multiple', 'true', 'number'].map(
  (name) => `canary-question-${name}`,
) as [string, string, string, string];
const mark = (slug: string, awarded: number, ...chosen: string[]): ExampleMark => ({ slug, awarded, chosen });

/** Forty people; the better ones get more right, one in ten is out by a power of ten. */
const people: ExampleAttempt[] = Array.from({ length: 40 }, (_none, person) => ({
  person,
  passed: person >= 20,
  marks: [
    mark(single, person >= 10 ? 1 : 0, person >= 10 ? 'canary-right' : 'canary-wrong'),
    mark(multiple, person >= 20 ? 1 : 0, 'canary-first', ...(person >= 20 ? ['canary-second'] : [])),
    mark(statement, person < 30 ? 1 : 0, String(person < 30)),
    { ...mark(number, 0, '314152.5'), ...(person % 10 === 0 && { finding: 'tenfold' }) },
  ],
}));

const compute = async (which: Which) => {
  await app.get(AskAnalysis).execute({ quizId, which, personId: null });
  await app.get(ComputeAnalysis).execute({ quizId, which });
  const [found] = await app.get(AnalysisQueries).quizzes(which, quizId);
  return { ...found!, items: await app.get(AnalysisQueries).items(quizId, which) };
};

describe('an analysis', () => {
  it('says what the marks of a quiz tell, item by item', async () => {
    await writeAttempts(app.db, quizId, people, 2);
    const { summary, items, attempts, pending } = await compute('first');
    expect([attempts, pending]).toEqual([40, false]);
    expect(summary).toMatchObject({
      attempts: 40,
      random: false,
      places: 4,
      possible: 4,
      mean: expect.closeTo(2, 9),
      passRate: 50,
    });
    expect(summary!.findings).toEqual({ tenfold: 4, wrongUnit: 0, dangerZone: 0, critical: 0 });
    const byName = Object.fromEntries(items.map((item) => [item.slug, item]));
    expect(byName[single]).toMatchObject({
      n: 40,
      facility: 75,
      exposure: 100,
      guess: expect.closeTo(100 / 3, 9),
      intendedWeight: 25,
    });
    expect(byName[statement]).toMatchObject({ facility: 75, guess: 50 });
    expect(byName[statement]!.discrimination).toBeLessThan(0);
    // Eleven in the lower group: ten wrong, and one of the tied ones.
    expect(byName[single]!.choices.find(({ answer }) => answer === 'canary-wrong')).toMatchObject({ upper: 0 });
    expect(byName[number]).toMatchObject({
      facility: 0,
      discrimination: null,
      choices: [{ answer: '314152.5', upper: 11 }],
    });
    expect(byName[multiple]!.choices.map(({ answer }) => answer)).toEqual(['canary-first', 'canary-second']);
  });

  it('counts the first, the last or all attempts of a person, and never a voided one', async () => {
    const again = (person: number, more: Partial<ExampleAttempt>) => ({ ...people[39]!, person, ...more });
    const before = (await compute('first')).summary!;
    await writeAttempts(app.db, quizId, [again(100, { voided: true }), again(100, {}), again(100, { passed: false })]);
    expect((await compute('first')).summary).toMatchObject({ attempts: 41, passRate: (100 * 21) / 41 });
    expect((await compute('last')).summary).toMatchObject({ attempts: 41, passRate: (100 * 20) / 41 });
    expect((await compute('all')).summary).toMatchObject({ attempts: 42, passRate: (100 * 21) / 42 });
    expect(before.attempts).toBe(40);
  });

  it('takes marks as they stand after a regrade, and not the items that were dropped', async () => {
    await app.db.rows(
      `INSERT INTO mark_changes (attempt_id, question_id, number, awarded, possible, cause, by_id)
       SELECT m.attempt_id, m.question_id, 2, 0, CASE q.slug WHEN $2 THEN 0 ELSE m.possible END, 'regrade', a.person_id
       FROM marks m JOIN attempts a ON a.id = m.attempt_id JOIN question_versions v ON v.id = m.question_version_id
       JOIN questions q ON q.id = v.question_id WHERE a.quiz_id = $1 AND q.slug IN ($2, $3)`,
      [quizId, number, statement],
    );
    const { summary, items } = await compute('first');
    expect(summary).toMatchObject({ places: 3, possible: 3, random: false });
    expect(items.map(({ slug, facility }) => [slug, Math.round(facility)])).toEqual([
      [multiple, 51],
      [single, 76],
      [statement, 0],
    ]);
  });

  it('does not take an item that was not on a paper for a wrong answer', async () => {
    await writeAttempts(app.db, quizId, [{ person: 200, marks: [mark(single, 1, 'canary-right')] }]);
    const { summary, items } = await compute('first');
    expect(summary).toMatchObject({ attempts: 42, random: true, kr20: null });
    expect(items.find(({ slug }) => slug === multiple)).toMatchObject({ n: 41, alphaIfDeleted: null });
  });

  it('of a quiz that nobody has sat has no figures', async () => {
    const { id } = (await app.db.row<{ id: string }>(`SELECT id FROM quizzes WHERE id <> $1 LIMIT 1`, [quizId]))!;
    await app.get(AskAnalysis).execute({ quizId: id, which: 'first', personId: null });
    await app.get(ComputeAnalysis).execute({ quizId: id, which: 'first' });
    const [found] = await app.get(AnalysisQueries).quizzes('first', id);
    expect(found!.summary).toMatchObject({ attempts: 0, mean: null });
  });

  it('is computed each night where marks have changed since', async () => {
    await app.db.rows(`UPDATE analyses SET computed_at = NULL, summary = NULL WHERE quiz_id = $1`, [quizId]);
    await app.get(AskAnalysis).nightly();
    await eventually(async () => {
      for (const which of ['first', 'last', 'all'] as const) {
        expect((await app.get(AnalysisQueries).quizzes(which, quizId))[0]).toMatchObject({ pending: false });
      }
    });
  });

  it('never puts an older view of the marks in place of a newer one', async () => {
    await app.db.rows(`UPDATE analyses SET computed_at = now() + interval '1 hour' WHERE quiz_id = $1`, [quizId]);
    const [before] = await app.get(AnalysisQueries).quizzes('first', quizId);
    await app.get(ComputeAnalysis).execute({ quizId, which: 'first' });
    expect((await app.get(AnalysisQueries).quizzes('first', quizId))[0]!.computedAt).toEqual(before!.computedAt);
  });
});

describe('the pages of item analysis', () => {
  const html = { accept: 'text/html' };
  let examiner: Client;
  let questionId: string;
  beforeAll(async () => {
    examiner = await app.signIn('examiner');
    await app.db.rows(`UPDATE analyses SET computed_at = NULL, summary = NULL, asked_at = now()`);
    await compute('first');
    const items = await app.get(AnalysisQueries).items(quizId, 'first');
    questionId = items.find(({ slug }) => slug === single)!.questionId;
  });

  it('list quizzes, say what stands out, and explain one item in words', async () => {
    const list = await examiner.get('/examiners/analysis', html);
    expect(list.text).toContain(`/examiners/analysis/${quizId}`);
    const page = await examiner.get(`/examiners/analysis/${quizId}?sort=facility&order=descending`, html);
    for (const words of [
      'Papers',
      'Guessing would do as well',
      'is never chosen',
      'No answer was out by a power',
      'chart-cut',
    ]) {
      expect(page.text).toContain(words);
    }
    const item = await examiner.get(`/examiners/analysis/${quizId}/${questionId}`, html);
    for (const words of ['Good (right)', 'Lower 27 %', 'Discriminative efficiency', 'Versions']) {
      expect(item.text).toContain(words);
    }
  });

  it('are computed anew when asked, and say so until they are there', async () => {
    const answer = await examiner.form(`/examiners/analysis/${quizId}`, { which: 'first' });
    expect(answer.status).toBe(303);
    await eventually(async () => {
      expect((await examiner.get(`/api/examiners/analysis/${quizId}`)).body).toMatchObject({ status: 'computed' });
    });
    expect((await examiner.post(`/api/examiners/analysis/${quizId}?which=last`)).status).toBe(202);
  });

  it('give the same figures by API and CSV, in the order asked for, and no key', async () => {
    const { body, text } = await examiner.get<any>(`/api/examiners/analysis/${quizId}?sort=facility`);
    const facilities = body.items.map(({ facility }: any) => facility);
    expect(facilities).toEqual([...facilities].sort((a, b) => a - b));
    expect(text).not.toContain('CANARY');
    const csv = await examiner.get(`/api/examiners/analysis/${quizId}/items.csv?sort=facility`);
    const rows = parse<Record<string, string>>(csv.text, { columns: true });
    expect(rows.map((row) => row['Question'])).toEqual(body.items.map(({ name }: any) => name));
    expect(Number(rows[0]!['Facility %'])).toBeCloseTo(facilities[0], 1);
    const flagged = await examiner.get<any>(`/api/examiners/analysis/${quizId}?flagged=yes`);
    expect(flagged.body.items.length).toBeLessThan(body.items.length);
    const one = await examiner.get<any>(`/api/examiners/analysis/${quizId}/${questionId}`);
    expect(one.body.items).toHaveLength(1);
  });

  it.each([
    ['/api/examiners/analysis/nonsense', 404],
    ['/api/examiners/analysis/00000000-0000-7000-8000-000000000000/items.csv', 404],
    ['/api/examiners/analysis?which=best', 400],
  ])('answer %s with %i', async (address, status) => {
    expect((await examiner.get(address)).status).toBe(status);
  });

  it('know only questions of the quiz', async () => {
    for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000']) {
      expect((await examiner.get(`/api/examiners/analysis/${quizId}/${id}`)).status).toBe(404);
    }
  });
});
