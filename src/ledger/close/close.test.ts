import { Closing } from '../../../test/fixtures/closing.js';
import { type Client, SandboxLevers, testApp, type TestApp } from '../../../test/support/index.js';
import { Database } from '../../database/index.js';
import { lastDay, nextMonth } from '../journal/months.js';
import { AskReopening } from './ask-reopening.js';
import type { CheckName } from './checklist.js';
import { monthAddress } from './checklist-words.js';
import { DecideReopening } from './decide-reopening.js';
import { ExplainPayout } from './explain-payout.js';

describe('closing a month', () => {
  let app: TestApp;
  let books: Closing;
  let accountant: Client;
  let first: string;
  let second: string;
  let last: string;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    books = await Closing.open(app);
    accountant = await app.signIn('accountant');
    [first, second, last] = [books.month(3), books.month(2), books.month(1)];
    for (const month of [first, second, last]) await books.posted(month);
    await books.pulled();
  }, 120_000);
  beforeEach(() => books.reset());
  afterEach(async () => expect(await books.damages()).toEqual([]));
  afterAll(() => app.close());

  const ask = (month: string, by: string) => app.get(AskReopening).execute({ month, by, note: 'A forgotten invoice' });
  const decide = (month: string, by: string, decision: 'reopened' | 'reopening_declined' = 'reopened') =>
    app.get(DecideReopening).execute({ month, by, decision, note: 'Seen' });
  const statusOf = async (month: string) =>
    (await app.db.row<{ status: string }>('SELECT status FROM periods WHERE month = $1', [month]))!.status;
  const coded = (code: string) => expect.objectContaining({ code });

  it('keeps the list as it was seen, with who, when and why, and lets nothing in afterwards', async () => {
    await books.close(first);
    expect(await statusOf(first)).toBe('closed');
    const move = await app.db.row<{ seen: { items: { passed: boolean }[] }; by_name: string; note: string }>(
      'SELECT seen, by_name, note FROM period_moves WHERE month = $1',
      [first],
    );
    expect(move!.seen.items.every(({ passed }) => passed)).toBe(true);
    expect(move).toMatchObject({ by_name: 'Conor Fields', note: 'For a test' });
    const late = await books.posted(lastDay(first));
    const entry = await app.db.row('SELECT date, happened_on FROM journal_entries WHERE number = $1', [late]);
    expect(entry).toEqual({ date: second, happened_on: lastDay(first) });
    const page = await accountant.get(monthAddress(first), { accept: 'text/html' });
    expect(page.text).toContain('Came in after the month was closed');
    expect(page.text).toContain('Conor Fields closed the month');
    const facts = await app.db.rows(`SELECT FROM facts WHERE name = 'period.closed' AND data ->> 'month' = $1`, [
      first,
    ]);
    expect(facts).not.toEqual([]);
    await expect(books.close(first)).rejects.toEqual(coded('already_closed'));
  });

  it('puts what is older than the books behind the closed months too', async () => {
    await books.close(first);
    const number = await books.posted('2020-02-02');
    expect(await app.db.row('SELECT date FROM journal_entries WHERE number = $1', [number])).toEqual({ date: second });
  });

  it('knows no month before the books, nor a coming one', async () => {
    for (const month of [books.month(9), books.month(-1)]) {
      await expect(books.close(month)).rejects.toEqual(coded('not_found'));
    }
    expect((await accountant.get('/api/books/close/2026-13')).status).toBe(400);
    expect((await accountant.get('/api/books/close/2024-01')).status).toBe(404);
  });

  describe('waits until', () => {
    /** Breaks one thing and puts it right again. */
    const broken: [CheckName, string, () => Promise<unknown>, () => Promise<unknown>][] = [
      ['pulled', 'Stripe was read beyond its end', () => books.unpull(), () => books.pulled()],
      [
        'unposted',
        'every movement is posted',
        async () => {
          await app.db.rows(
            `INSERT INTO balance_transactions (id, type, category, amount, fee, net, currency, at)
             VALUES ('txn_open', 'charge', 'charge', 0, 0, 0, 'USD', $1)`,
            [last],
          );
          await app.db.rows(`INSERT INTO unposted_transactions (id, at) VALUES ('txn_open', $1)`, [last]);
        },
        () => app.db.rows('DELETE FROM unposted_transactions'),
      ],
      [
        'unposted',
        'every dispute is posted',
        () => app.db.rows(`INSERT INTO unposted_matters (kind, id) VALUES ('dispute', 'du_1')`),
        () => app.db.rows('DELETE FROM unposted_matters'),
      ],
      [
        'payouts',
        'its payouts are matched or explained',
        () =>
          app.db.rows(
            `INSERT INTO payouts (id, amount, currency, status, is_automatic, created_at, arrives_at, read_at, reconciled_at, transactions_net)
             VALUES ('po_off', 1000, 'USD', 'paid', true, $1, $1, now(), now(), 999),
                    ('po_back', 1000, 'USD', 'failed', true, $1, $1, now(), NULL, NULL),
                    ('po_hand', 1000, 'USD', 'paid', false, $1, $1, now(), NULL, NULL)`,
            [last],
          ),
        () => app.get(ExplainPayout).execute({ payoutId: 'po_off', by: books.accountantId, note: 'A cent at Stripe' }),
      ],
      [
        'suspense',
        'suspense is empty',
        () => books.posted(last, '1000', '1190'),
        () => books.posted(last, '1190', '1000'),
      ],
      [
        'deferred',
        'deferred revenue agrees with its sub-ledger',
        () => books.posted(last, '1000', '2100'),
        () => books.posted(last, '2100', '1000'),
      ],
      [
        'balance',
        'the balance was compared after its end',
        () => books.posted(last, '1100', '3000'),
        () => books.compared(1_000, 1_000),
      ],
      [
        'events',
        'no event of Stripe failed',
        () =>
          app.db.rows(
            `INSERT INTO stripe_events (id, type, body, received_at, outcome) VALUES ('evt_bad', 'x', '{}', now(), 'failed')`,
          ),
        () => app.db.rows(`UPDATE stripe_events SET handled_at = now(), outcome = 'handled' WHERE id = 'evt_bad'`),
      ],
    ];
    beforeEach(async () => {
      await books.close(first);
      await books.close(second);
    });

    it.each(broken)('%s: %s', async (check, _sentence, breaks, repairs) => {
      await breaks();
      expect(await books.failing(last)).toEqual([check]);
      await expect(books.close(last)).rejects.toMatchObject({ code: 'not_ready', data: { checks: [check] } });
      expect(await statusOf(last)).toBe('open');
      await repairs();
      expect(await books.failing(last)).toEqual([]);
      await books.close(last);
      expect(await statusOf(last)).toBe('closed');
    });
  });

  it('closes months in their order, and none that is not over', async () => {
    await expect(books.close(second)).rejects.toMatchObject({ data: { checks: ['earlier'] } });
    for (const month of [first, second, last]) await books.close(month);
    await expect(books.close(nextMonth(last))).rejects.toMatchObject({
      data: { checks: expect.arrayContaining(['over']) },
    });
  });

  it('says where both sides of the trial balance stand', async () => {
    const { figures } = await books.item(last, 'trial');
    expect(figures).toEqual([expect.objectContaining({ currency: 'USD', wrong: false })]);
    await app.db.rows('ALTER TABLE daily_balances DISABLE TRIGGER USER');
    const change = (by: number) =>
      app.db.rows(`UPDATE daily_balances SET debit = debit + $2 WHERE day = $1 AND account = '1000'`, [first, by]);
    await change(1);
    expect((await books.item(last, 'trial')).figures).toEqual([expect.objectContaining({ amount: 1, wrong: true })]);
    await change(-1);
    await app.db.rows('ALTER TABLE daily_balances ENABLE TRIGGER USER');
  });

  it('closes once for two who close at the same time', async () => {
    const answers = await Promise.allSettled([books.close(first), books.close(first, books.secondId)]);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['already_closed']);
    expect(await app.db.rows('SELECT FROM period_moves WHERE month = $1', [first])).toHaveLength(1);
  });

  it('opens again when a second accountant agrees, from the last month backwards', async () => {
    await books.close(first);
    await books.close(second);
    await expect(ask(first, books.accountantId)).rejects.toEqual(coded('later_month_closed'));
    await expect(ask(last, books.accountantId)).rejects.toEqual(coded('not_closed'));
    await expect(decide(second, books.secondId)).rejects.toEqual(coded('not_asked'));
    await ask(second, books.accountantId);
    await expect(ask(second, books.secondId)).rejects.toEqual(coded('already_asked'));
    await expect(decide(second, books.accountantId)).rejects.toEqual(coded('own_request'));
    await decide(second, books.secondId, 'reopening_declined');
    expect(await statusOf(second)).toBe('closed');
    await ask(second, books.secondId);
    await decide(second, books.accountantId);
    expect(await statusOf(second)).toBe('open');
    expect(await books.posted(second)).toBeGreaterThan(0);
    await books.close(second);
    const { body } = await accountant.get(`/api${monthAddress(second)}`);
    expect(body.moves.map(({ move }: any) => move)).toEqual([
      ...['closed', 'reopening_asked', 'reopening_declined', 'reopening_asked', 'reopened', 'closed'],
    ]);
  });

  it('lets one of two decide when both decide at once', async () => {
    await books.close(first);
    await ask(first, books.accountantId);
    const answers = await Promise.allSettled([
      decide(first, books.secondId),
      decide(first, books.secondId, 'reopening_declined'),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('stays closed, though asked for, once a later month is closed', async () => {
    await books.close(first);
    await ask(first, books.accountantId);
    await books.close(second);
    await expect(decide(first, books.secondId)).rejects.toEqual(coded('later_month_closed'));
  });

  it('leaves no way around it in the database', async () => {
    await books.close(first);
    await ask(first, books.accountantId);
    const login = app.get(Database);
    const move = (what: string, by: string, follows: string) =>
      login.rows(
        `INSERT INTO period_moves (id, month, move, by, follows)
         SELECT gen_random_uuid(), $1, $2, $3, (SELECT id FROM period_moves WHERE month = $1 AND move = $4)`,
        [first, what, by, follows],
      );
    await expect(move('reopened', books.accountantId, 'reopening_asked')).rejects.toThrow('cannot become');
    await expect(move('reopened', books.secondId, 'closed')).rejects.toThrow('cannot become');
    await expect(move('reopening_asked', books.secondId, 'closed')).rejects.toThrow('uq_period_moves_follows');
    await expect(login.rows('DELETE FROM periods')).rejects.toThrow('permission denied');
    await expect(login.rows('UPDATE period_moves SET note = $1', ['x'])).rejects.toThrow('permission denied');
    await expect(app.db.rows('UPDATE period_moves SET note = $1', ['x'])).rejects.toThrow('append-only');
    await expect(login.rows(`UPDATE periods SET status = 'closed' WHERE month = $1`, [last])).rejects.toThrow(
      'open before one that is closed',
    );
  });

  describe('as a page', () => {
    const html = { accept: 'text/html' };

    it('shows every item, closes with a note, asks and decides', async () => {
      const list = await accountant.get('/books/close', html);
      expect(list.text).toContain(monthAddress(last));
      const page = await accountant.get(monthAddress(first), html);
      expect(page.text).toContain('Close this month');
      expect((await accountant.get(monthAddress(second), html)).text).toContain('when everything in the list holds');
      const done = await accountant.form(`${monthAddress(first)}/closing`, { note: 'All seen' });
      expect(done.status).toBe(303);
      const again = await accountant.form(`${monthAddress(first)}/closing`, { note: 'Kept words' });
      expect([again.status, again.text.includes('closed already')]).toEqual([422, true]);
      const empty = await accountant.form(`${monthAddress(first)}/reopening-request`, { note: ' ' });
      expect([empty.status, empty.text.includes('Say why, in a few words.')]).toEqual([422, true]);
      expect((await accountant.form(`${monthAddress(first)}/reopening-request`, { note: 'Why' })).status).toBe(303);
      expect((await accountant.get(monthAddress(first), html)).text).toContain('Another accountant has to decide');
      const own = await accountant.form(`${monthAddress(first)}/reopening-decision`, {
        note: 'x',
        decision: 'reopened',
      });
      expect([own.status, own.text.includes('another accountant has to decide')]).toEqual([422, true]);
    });

    it('is for accountants to act on and for admins to read', async () => {
      const admin = await app.signIn('admin');
      expect((await admin.get(monthAddress(first), html)).text).toContain('closed and opened again by accountants');
      for (const act of ['preparation', 'closing', 'reopening-request', 'reopening-decision']) {
        expect((await admin.post(`/api${monthAddress(first)}/${act}`, { note: 'x' })).status).toBe(403);
      }
      expect(await statusOf(first)).toBe('open');
    });

    it('brings the books up to date when asked', async () => {
      const { status, body } = await accountant.post(`/api${monthAddress(first)}/preparation`);
      expect([status, body.checklist.items.length]).toEqual([200, 11]);
    });

    it('says so where Stripe does not answer', async () => {
      await new SandboxLevers(app).fault({ method: 'GET', path: '/v1/balance', status: 500, times: 3 });
      const answer = await accountant.form(`${monthAddress(first)}/preparation`, {});
      expect([answer.status, answer.text.includes('Stripe does not answer')]).toEqual([422, true]);
    });

    it('takes an explanation of a difference once, and of nothing else', async () => {
      await app.db.rows(
        `INSERT INTO payouts (id, amount, currency, status, is_automatic, created_at, arrives_at, read_at, reconciled_at, transactions_net)
         VALUES ('po_page', 1000, 'USD', 'paid', true, $1, $1, now(), now(), 990)`,
        [first],
      );
      const address = '/books/payouts/po_page/explanation';
      expect((await accountant.get(address, html)).text).toContain('$0.10');
      expect((await accountant.form(address, { note: '' })).status).toBe(422);
      expect((await accountant.form(address, { note: 'Ten cents' })).headers.get('location')).toBe(monthAddress(first));
      expect((await accountant.post(`/api${address}`, { note: 'Again' })).body.code).toBe('already_explained');
      expect((await accountant.post('/api/books/payouts/po_none/explanation', { note: 'x' })).status).toBe(404);
      await app.db.rows(`UPDATE payouts SET transactions_net = 1000 WHERE id = 'po_page'`);
      expect((await accountant.post(`/api${address}`, { note: 'x' })).body.code).toBe('nothing_to_explain');
      expect((await accountant.get(address, html)).text).toContain('no difference to explain');
    });
  });
});
