import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

const file = 'account,currency,debit,credit\n1000,USD,100.00,\n2200,USD,,30.00\n1000,JPY,500,\n';

describe('opening balances', () => {
  let app: TestApp;
  let accountant: Client;
  beforeAll(async () => {
    app = await testApp();
    accountant = await app.signIn('accountant');
  }, 120_000);
  afterAll(() => app.close());

  const date = '2026-01-01';
  const check = async (csv: string) => (await accountant.post('/api/books/opening-balances/check', { csv })).body;
  const post = async (csv: string, on = date) =>
    accountant.post('/api/books/opening-balances', { date: on, csv, hash: (await check(csv)).hash });
  const entries = async () =>
    (await app.db.row<{ count: number }>(`SELECT count(*) FROM journal_entries WHERE kind = 'opening'`))!.count;
  const form = (act: string, fields: Record<string, string>) =>
    accountant.form('/books/opening-balances', { act, date, ...fields });

  it('are shown before they are posted, with what makes each currency even', async () => {
    const checked = await check(file);
    expect(checked.lines[1]).toEqual({
      ...{ row: 3, account: '2200', name: 'Sales tax and VAT' },
      amount: { amount: -3_000, currency: 'USD' },
    });
    expect(checked.against).toEqual([
      { currency: 'USD', amount: -7_000 },
      { currency: 'JPY', amount: -500 },
    ]);
    expect(await entries()).toBe(0);
    const { status, text } = await form('check', { csv: file });
    expect(status).toBe(200);
    for (const words of ['Nothing is posted yet', '3000, what makes it even', '¥500', checked.hash]) {
      expect(text).toContain(words);
    }
  });

  it('come back with every problem by line and field, and what was typed', async () => {
    const wrong = 'account,currency,debit,credit\n2100,USD,1,\n7777,USD,1,\n3000,USD,1,\n1000,USD,x,';
    const { status, text } = await form('check', { csv: wrong });
    expect(status).toBe(422);
    for (const words of ['follows Stripe or a sub-ledger', 'no account 7777', 'leave it out', '7777,USD,1,']) {
      expect(text).toContain(words);
    }
    const refused = await post(wrong);
    expect([refused.status, refused.body.code]).toEqual([422, 'opening_refused']);
    expect(refused.body.problems.map(({ row, field }: any) => [row, field])).toEqual([
      [2, 'account'],
      [3, 'account'],
      [4, 'account'],
      [5, 'debit'],
    ]);
    expect((await form('check', { csv: '' })).text).toContain('Choose a file, or write the balances here.');
    expect((await form('post', { csv: file })).text).toContain('Check it again before you post it.');
  });

  it('are posted as they were checked, or not at all', async () => {
    const { hash } = await check(file);
    const changed = await accountant.post('/api/books/opening-balances', { date, csv: `${file}6000,USD,1,`, hash });
    expect([changed.status, changed.body.code]).toEqual([422, 'opening_changed']);
    expect(await entries()).toBe(0);
  });

  it('come from a file as well as from the field', async () => {
    const body = new FormData();
    body.set('act', 'check');
    body.set('date', date);
    body.set('csv', 'what stood there');
    body.set('file', new Blob([file]), 'balances.csv');
    const request = new Request('http://x', { method: 'POST', body });
    const sent = Buffer.from(await request.arrayBuffer());
    const type = request.headers.get('content-type')!;
    const answer = await accountant.raw<string>('POST', '/books/opening-balances', sent, { 'content-type': type });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('2200,USD,,30.00');
    expect(answer.text).not.toContain('what stood there');
  });

  it('go into no closed month and no day to come', async () => {
    await app.db.rows(`INSERT INTO periods (month, status) VALUES ('2025-12-01', 'closed')`);
    for (const [day, code] of [
      ['2025-12-31', 'period_closed'],
      ['2999-01-01', 'in_future'],
    ] as const) {
      const { status, body } = await post(file, day);
      expect([status, body.code, Object.keys(body.errors)]).toEqual([422, code, ['date']]);
    }
    expect(await entries()).toBe(0);
  });

  it('are one balanced entry, once for each file, however many post it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(file)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const { number } = answers.find(({ status }) => status === 201)!.body;
    const postings = await app.db.rows(
      `SELECT account, currency, amount FROM postings WHERE entry = $1 ORDER BY position`,
      [number],
    );
    expect(postings).toEqual([
      { account: '1000', currency: 'USD', amount: 10_000 },
      { account: '2200', currency: 'USD', amount: -3_000 },
      { account: '1000', currency: 'JPY', amount: 500 },
      { account: '3000', currency: 'USD', amount: -7_000 },
      { account: '3000', currency: 'JPY', amount: -500 },
    ]);
    expect(await app.db.rows(`SELECT name FROM facts WHERE name = 'journal.posted'`)).toHaveLength(1);
    const again = await form('check', { csv: file.replaceAll('\n', '\r\n') });
    expect(again.text).toContain('Posted before');
    expect(again.text).not.toContain('Post as one entry');
    expect(again.text).toContain('Brought in before');
  });

  it('can be brought in again once their entry is reversed, and then once more only', async () => {
    const csv = `${file}5000,USD,2,`;
    const first = (await post(csv)).body.number as number;
    const reversal = { date, reason: 'The wrong day' };
    expect((await accountant.post(`/api/books/journal/${first}/reversal`, reversal)).status).toBe(201);
    const answers = await Promise.all([post(csv), post(csv)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const second = answers.find(({ status }) => status === 201)!.body.number as number;
    expect(second).toBeGreaterThan(first);
    expect((await check(csv)).postedAs).toBe(second);
  });

  it('lead to their entry when the form posts them', async () => {
    const csv = `${file}5000,USD,1,`;
    const { hash } = await check(csv);
    const answer = await form('post', { csv, hash });
    expect(answer.status).toBe(303);
    const shown = await accountant.get(answer.headers.get('location')!, { accept: 'text/html' });
    expect(shown.text).toContain(`Opening balances of ${date}`);
  });

  it('are for accountants alone', async () => {
    const admin = await app.signIn('admin');
    expect((await admin.post('/api/books/opening-balances', { date, csv: file, hash: 'x' })).status).toBe(403);
    expect((await admin.get('/books/opening-balances', { accept: 'text/html' })).status).toBe(403);
  });
});
