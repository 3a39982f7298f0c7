import { claimProblems, claimsIn } from '../../courses/content-reader/claims.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { draftOf, rewrite } from '../authoring.example.js';
import { dueOn } from './due.js';
import { RemindOfClaims } from './remind-of-claims.js';

let app: TestApp;
let author: Client;
let admin: Client;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  [author, admin] = [await app.signIn('author'), await app.signIn('admin')];
}, 120_000);
afterAll(() => app.close());

const lesson = 'lessons/facial-layers.md';
const claims = async (query = '') => (await author.get(`/api/author/claims${query}`)).body as any[];

describe('a claim', () => {
  it('is a call-out, with what it rests on where it says so', () => {
    const text =
      'Text\n> **Label.** Twenty\n> units.\n>\n> *Sources 1 and 3, reviewed 2026-02-03.*\n\n> **Safety.** Stop.\n\n> A quote.\n';
    expect(claimsIn(text, 10)).toEqual([
      { line: 11, kind: 'Label', text: 'Twenty units.', sources: [1, 3], reviewed: '2026-02-03' },
      { line: 16, kind: 'Safety', text: 'Stop.' },
    ]);
    expect(claimProblems(claimsIn(text.replace('02-03', '02-30'), 1), [1, 2]).map(({ message }) => message)).toEqual([
      'There is no source 3: the list has 2.',
      'There is no day 2026-02-30.',
    ]);
  });

  it.each([
    ['2026-11-15', '2027-11-15'],
    ['2024-02-29', '2025-02-28'],
    ['2025-12-31', '2026-12-31'],
  ])('reviewed on %s falls due on %s', (reviewed, due) => expect(dueOn(reviewed)).toBe(due));
});

it('falls due by its own review or that of its lesson, across courses, and authors are told once a month', async () => {
  expect(await claims()).toEqual([]);
  const all = await claims('?days=3650');
  expect(new Set(all.map(({ course }) => course)).size).toBeGreaterThan(3);
  expect(all[0].sources.length).toBeGreaterThan(0);
  const id = await draftOf(author, 'foundations');
  const { text } = (await author.get(`/api/author/drafts/${id}/file?path=${lesson}`)).body;
  const claim = '\n> **Label.** An old claim.\n>\n> *Source 1, reviewed 2020-01-31.*\n';
  await rewrite(author, id, lesson, text, `${text}${claim.replace('Source 1', 'Source 9')}`);
  expect((await author.get(`/api/author/drafts/${id}`)).body.problems[0].message).toContain('There is no source 9');
  await rewrite(author, id, lesson, 'Source 9', 'Source 1');
  for (const [client, move] of [
    [author, 'submitted'],
    [admin, 'approved'],
    [admin, 'published'],
  ] as const)
    expect((await client.post(`/api/author/drafts/${id}/moves`, { move })).status).toBe(204);
  const due = await claims('?course=foundations');
  expect(due).toMatchObject([
    { lesson, kind: 'Label', text: 'An old claim.', reviewed: '2020-01-31', due: '2021-01-31' },
  ]);
  expect(due[0].sources).toHaveLength(1);
  expect(await claims('?course=upper-face')).toEqual([]);
  const page = (await author.get('/author/claims')).text;
  expect(page).toContain('An old claim.');
  expect(page).toContain('overdue');
  expect((await author.get('/api/author/claims?days=x')).status).toBe(400);
  await app.get(RemindOfClaims).execute();
  await app.get(RemindOfClaims).execute();
  const mails = await app.db.rows<{ subject: string }>(`SELECT subject FROM mails WHERE kind = 'claims-due'`);
  expect(mails.map(({ subject }) => subject)).toEqual(['A claim falls due for review']);
});
