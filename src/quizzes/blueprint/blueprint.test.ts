import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { CountExposures } from '../paper/count-exposures.js';
import { course, exampleQuiz, importQuiz, newLearner, password, quiz } from '../quizzes.example.js';

let app: TestApp;
let author: Client;
beforeAll(async () => {
  app = await testApp();
  author = await app.signIn('author');
  await importQuiz(app, exampleQuiz());
});
afterAll(() => app.close());

const page = `/bank/blueprints/${course}.${quiz}`;
const read = async () => (await author.get(`/api${page}`)).body;
const change = (sections: object[], rev: number, reason = 'Less of one kind.') =>
  author.put(`/api${page}`, { rev, reason, sections });
const form = (client: Client, fields: Record<string, string>) => client.form(page, { reason: 'Why not.', ...fields });

describe('the blueprint desk', () => {
  it('shows each cell with what the bank holds for it; examiners read, authors change', async () => {
    expect(await read()).toMatchObject({
      ...{ quiz: `${course}.${quiz}`, rev: 1, fromContent: true },
      sections: [{ pool: quiz, count: 4, drawable: 4, apart: 4, notApproved: 0, notValid: 0 }],
    });
    const examiner = await app.signIn('examiner');
    const shown = await examiner.get(page);
    expect([shown.status, shown.text]).toEqual([200, expect.not.stringContaining('Change blueprint')]);
    expect((await form(examiner, { rev: '1' })).status).toBe(403);
    expect((await author.get('/bank/blueprints/no-such-quiz')).status).toBe(404);
  });

  it('counts apart what is not approved, not valid today, or an enemy', async () => {
    await app.db.rows(
      `INSERT INTO enemy_items (question_a, question_b) SELECT least(a.id, b.id), greatest(a.id, b.id)
       FROM questions a, questions b WHERE a.slug = 'canary-question-single' AND b.slug = 'canary-question-multiple'`,
    );
    const write = (id: string, more: object) =>
      author.post(`/api/bank/pools/${quiz}/questions`, {
        question: { id, type: 'trueFalse', topic: 'new', text: 'T', feedback: 'F', source: 'S', answer: true, ...more },
      });
    expect((await write('waits', {})).status).toBe(201);
    await write('later', { validFrom: '2999-01-01' });
    await app.db.rows(
      `INSERT INTO approvals (question_version_id) SELECT v.id FROM question_versions v
       JOIN questions q ON q.id = v.question_id WHERE q.slug = 'later'`,
    );
    expect((await read()).sections).toMatchObject([{ drawable: 4, apart: 3, notApproved: 1, notValid: 1 }]);
  });

  it('refuses at the cell what asks for more than there is, and keeps what was typed', async () => {
    const refused = await form(author, {
      ...{ rev: '1', 'sections.0.pool': quiz, 'sections.0.topic': 'storage', 'sections.0.count': '2' },
      ...{ 'sections.1.pool': '', 'sections.1.count': '', 'sections.2.pool': quiz, 'sections.2.count': 'x' },
    });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Enter a whole number.')]);
    const more = await form(author, {
      ...{ rev: '1', 'sections.0.pool': quiz, 'sections.0.topic': 'storage', 'sections.0.count': '2' },
      ...{ 'sections.2.pool': quiz, 'sections.2.topic': 'dilution', 'sections.2.count': '2' },
    });
    expect(more.status).toBe(422);
    expect(more.text).toContain('id="field-sections-0-count-error"');
    expect(more.text).toContain('Only 1 question can be drawn here.');
    expect(more.text).toContain('Of 2, only 1 can stand in one paper');
    expect(more.text).toContain('<option value="storage" selected>');
    const api = await change([{ pool: 'nowhere', count: 1 }], 1);
    expect(api).toMatchObject({ status: 422, body: { code: 'blueprint_refused' } });
    expect((await read()).rev).toBe(1);
  });

  it('is changed by a page and by the API, each with who, when and why; the later of two is refused', async () => {
    const saved = await form(author, {
      ...{ rev: '1', 'sections.0.pool': quiz, 'sections.0.count': '2' },
      ...{ 'sections.1.pool': quiz, 'sections.1.topic': 'storage', 'sections.1.count': '0' },
    });
    expect(saved.status).toBe(303);
    expect(await read()).toMatchObject({ rev: 2, fromContent: false, sections: [{ count: 2 }] });
    const cells = [{ pool: quiz, count: 1 }];
    expect(await change(cells, 1)).toMatchObject({ status: 409, body: { code: 'blueprint_changed' } });
    const together = await Promise.all([change(cells, 2, 'One.'), change(cells, 2, 'Two.')]);
    expect(together.map(({ status }) => status).sort()).toEqual([200, 409]);
    const shown = await author.get(page);
    for (const said of ['Revision 3 by Ada Brandt', 'Revision 2 by Ada Brandt', 'Why not.']) {
      expect(shown.text).toContain(said);
    }
  });

  it('is what new papers are drawn by; the bank learns how often each question was', async () => {
    const learner = await app.signIn((await newLearner(app)).email, password);
    const started = await learner.post(`/api/quizzes/${quiz}/attempts`, {});
    expect(started.body.questions).toHaveLength(1);
    await app.get(CountExposures).execute();
    const uses = await app.db.rows(`SELECT quiz, title, drawn, papers, cap FROM question_uses`);
    expect(uses).toEqual([{ quiz: `${course}.${quiz}`, title: 'Example quiz', drawn: 1, papers: 1, cap: null }]);
  });

  it('stays when the content changes something else, and gives way when the content changes the blueprint', async () => {
    await importQuiz(app, exampleQuiz({ title: 'Another title' }));
    expect(await read()).toMatchObject({ title: 'Another title', rev: 3, sections: [{ count: 1 }] });
    await importQuiz(app, exampleQuiz({ title: 'Another title', draw: 3 }));
    expect(await read()).toMatchObject({ rev: 4, fromContent: true, sections: [{ count: 3 }] });
    expect((await author.get(page)).text).toContain('Revision 4 by the content folder');
  });
});
