import { Books } from '../../../test/fixtures/books.js';
import { Sales } from '../../../test/fixtures/sales.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { newId } from '../../shared/index.js';

describe('the journal', () => {
  let app: TestApp;
  let sales: Sales;
  let books: Books;
  let accountant: Client;
  let admin: Client;
  let today: string;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    sales = new Sales(app);
    books = new Books(app);
    accountant = await app.signIn('accountant');
    admin = await app.signIn('admin');
    await sales.stripe.webhooks('drop');
    today = (await app.db.row<{ today: string }>(`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today`))!
      .today;
  }, 120_000);
  afterEach(async () => expect(await books.damages()).toEqual([]));
  afterAll(() => app.close());

  const page = async (address: string) => (await accountant.get(address, { accept: 'text/html' })).text;
  const hand = (what: object = {}) => ({
    ...{ key: newId(), date: today, description: 'VAT of October paid', currency: 'USD' },
    postings: [
      { account: '2200', amount: 980 },
      { account: '1000', amount: -980 },
    ],
    ...what,
  });
  const post = (entry: object) => accountant.post('/api/books/journal', entry);

  it('leads from an account to the entry, to the order and to the object at Stripe', async () => {
    const sale = await sales.sold(['foundations']);
    await books.keep();
    const found = await accountant.get(`/api/books/journal?q=${sale.charge}`);
    const [entry] = (found.body as { items: { number: number; orderNumber: string }[] }).items;
    expect(entry).toMatchObject({ orderNumber: sale.number });
    const text = await page(`/books/journal/${entry!.number}`);
    expect(text).toContain(`https://dashboard.stripe.com/payments/${sale.charge}`);
    expect(text).toContain(`/admin/orders/${sale.number}`);
    expect(text).toContain('2100 Deferred revenue');
    const account = await page('/books/accounts/1100');
    expect(account).toContain(`/books/journal/${entry!.number}`);
    const whole = await accountant.get(`/api/books/journal/${entry!.number}`);
    const { postings } = whole.body as {
      postings: { account: string; amount: { amount: number }; course: { slug: string } | null }[];
    };
    expect(postings.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(0);
    expect(postings.find(({ account }) => account === '2100')?.course?.slug).toBe('foundations');
  });

  it('shows the balance after each line, also from page to page', async () => {
    for (let times = 0; times < 3; times += 1) await sales.sold(['foundations']);
    await books.keep();
    interface Page {
      opening: { amount: number };
      debit: { amount: number };
      credit: { amount: number };
      items: { amount: { amount: number }; balance: { amount: number } }[];
      next: string | null;
    }
    const read = async (query: string) =>
      (await accountant.get(`/api/books/accounts/1100?currency=USD${query}`)).body as Page;
    const whole = await read('');
    const pieces: Page['items'] = [];
    for (let next: string | null = ''; next !== null;) {
      const piece: Page = await read(`&limit=2${next && `&after=${next}`}`);
      pieces.push(...piece.items);
      next = piece.next;
    }
    expect(pieces).toEqual(whole.items);
    expect(whole.items.at(-1)!.balance.amount).toBe(whole.opening.amount + whole.debit.amount - whole.credit.amount);
    const csv = await accountant.get('/api/books/accounts/1100/postings.csv?currency=USD');
    expect(csv.text.trim().split('\n')).toHaveLength(whole.items.length + 1);
  });

  it('takes an entry by hand once for each key, shows it and reverses it once', async () => {
    const before = await books.balances();
    const entry = hand();
    const [first, again] = [await post(entry), await post(entry)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    const { number } = first.body as { number: number };
    expect(await page(`/books/journal/${number}`)).toContain('Reverse this entry');
    const reverse = () =>
      accountant.post(`/api/books/journal/${number}/reversal`, { date: today, reason: 'Paid twice' });
    expect((await reverse()).status).toBe(201);
    expect(await reverse()).toMatchObject({ status: 409, body: { code: 'reversed_already' } });
    expect(await books.balances()).toEqual(before);
    expect(await page(`/books/journal/${number}`)).not.toContain('Reverse this entry');
  });

  it('is filled in line by line on a page, which comes back with what was typed and why it was refused', async () => {
    const typed = {
      ...{ key: newId(), date: today, description: 'Bank charges', currency: 'USD' },
      ...{ account1: '5000', debit1: '12.50', credit1: '', account2: '1000', debit2: '', credit2: '12.5' },
    };
    const wrong = await accountant.form('/books/journal', { ...typed, credit2: '12.40', description: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="12.50"');
    expect(wrong.text).toContain('Write what this is and why.');
    const off = await accountant.form('/books/journal', { ...typed, credit2: '12.40' });
    expect(off.text).toContain('Debit and credit differ by $0.10.');
    for (const [change, said] of [
      [{ debit1: '12.505' }, 'at most 2 digits'],
      [{ debit1: 'twelve' }, 'at most 2 digits'],
      [{ debit1: '12.50', credit1: '12.50' }, 'Fill in debit or credit.'],
      [{ account1: '' }, 'Choose an account.'],
      [{ account2: '', credit2: '' }, 'at least two lines'],
      [{ currency: 'XXX' }, 'not known here'],
      [{ account1: '1100' }, 'nobody posts to it by hand'],
      [{ account1: '9999' }, 'There is no account 9999.'],
      [{ date: '2999-01-01' }, 'not come yet'],
      [{ date: 'soon' }, 'A date like'],
    ] as const) {
      const answer = await accountant.form('/books/journal', { ...typed, ...change });
      expect([answer.status, answer.text.includes(said) || said]).toEqual([422, true]);
    }
    const good = await accountant.form('/books/journal', typed);
    expect([good.status, good.headers.get('location')?.startsWith('/books/journal/')]).toEqual([303, true]);
    expect((await accountant.get('/books/journal/new', { accept: 'text/html' })).status).toBe(200);
  });

  it('refuses what is not balanced, in a closed month, of the future or in an account that is kept', async () => {
    await books.shut('2021-03-01');
    for (const [what, code] of [
      [
        {
          postings: [
            { account: '2200', amount: 980 },
            { account: '1000', amount: -979 },
          ],
        },
        'not_balanced',
      ],
      [{ date: '2021-03-31' }, 'period_closed'],
      [{ date: '2999-01-01' }, 'in_future'],
      [
        {
          postings: [
            { account: '2100', amount: 1 },
            { account: '1000', amount: -1 },
          ],
        },
        'kept_account',
      ],
      [
        {
          postings: [
            { account: '9999', amount: 1 },
            { account: '1000', amount: -1 },
          ],
        },
        'unknown_account',
      ],
    ] as const) {
      expect((await post(hand(what))).body).toMatchObject({ code });
    }
    const sale = await accountant.get('/api/books/journal?kind=sale&limit=1');
    const { number } = (sale.body as { items: [{ number: number }] }).items[0];
    const reversal = await accountant.post(`/api/books/journal/${number}/reversal`, { date: today, reason: 'x' });
    expect(reversal.body).toMatchObject({ code: 'not_reversible' });
    expect((await accountant.post('/api/books/journal/999999/reversal', { date: today, reason: 'x' })).status).toBe(
      404,
    );
    expect((await accountant.get('/api/books/journal/999999')).status).toBe(404);
    expect((await accountant.get('/api/books/accounts/9999')).status).toBe(404);
  });

  it('is read by admins, who cannot post, reverse, open accounts, place or choose', async () => {
    expect((await admin.get('/api/books/journal')).status).toBe(200);
    for (const [address, body] of [
      ['/api/books/journal', hand()],
      ['/api/books/journal/1/reversal', { date: today, reason: 'x' }],
      ['/api/books/accounts', { code: '6100', name: 'Bank charges', kind: 'expense' }],
      ['/api/books/suspense/txn_1/resolution', { account: '1000', note: 'x' }],
      ['/api/books/recognition', { policy: 'completion', note: 'x' }],
    ] as const) {
      expect((await admin.post(address, body)).status).toBe(403);
    }
    expect((await admin.get('/books/journal', { accept: 'text/html' })).text).not.toContain('/books/journal/new');
  });

  it('has accounts that accountants add, under a number and a name of their own', async () => {
    const account = { code: '6100', name: 'Bank charges', kind: 'expense' };
    expect((await accountant.post('/api/books/accounts', account)).status).toBe(201);
    expect((await accountant.post('/api/books/accounts', account)).body).toMatchObject({ code: 'account_taken' });
    const wrong = await accountant.form('/books/accounts', { code: '61', name: '', kind: '' });
    expect([wrong.status, wrong.text.includes('Four digits'), wrong.text.includes('Choose what kind')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await page('/books/accounts')).toContain('6100 Bank charges');
    expect(await page('/books/accounts?at=2020-01-01')).toContain('at the end of 2020-01-01');
  });

  it('chooses how lifetime access is earned, for what is sold from then on', async () => {
    const missing = await accountant.form('/books/recognition', { policy: 'estimate', days: '', note: 'x' });
    expect([missing.status, missing.text.includes('Say over how many days.')]).toEqual([422, true]);
    const sale = await sales.sold(['foundations']);
    await books.keep();
    await accountant.form('/books/recognition', { policy: 'completion', days: '', note: 'Most finish within weeks' });
    const later = await sales.sold(['foundations']);
    await books.keep();
    const policyOf = async (orderId: string) =>
      (await app.db.row<{ policy: string }>('SELECT policy FROM deferrals WHERE order_id = $1', [orderId]))!.policy;
    const before = await policyOf(sale.orderId);
    expect([before === 'completion', await policyOf(later.orderId)]).toEqual([
      false,
      before === 'term' ? 'term' : 'completion',
    ]);
    expect(await page('/books/recognition')).toContain('Most finish within weeks');
  });

  it('lets an accountant place what is in suspense, once', async () => {
    await fetch(new URL('/v1/payment_intents', app.sandboxUrl), {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_stranger', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'amount=5000&currency=usd&payment_method=pm_card_bypassPending&confirm=true',
    });
    await books.keep({ patient: false });
    const { items } = (await accountant.get('/api/books/suspense')).body as {
      items: { id: string; amount: { amount: number } }[];
    };
    const item = items.find(({ amount }) => amount.amount === 5_000)!;
    expect(await page('/books/suspense')).toContain('A payment that belongs to no order');
    const refused = await accountant.form(`/books/suspense/${item.id}/resolution`, { account: '', note: 'x' });
    expect([refused.status, refused.text.includes('Choose an account.')]).toEqual([422, true]);
    const kept = await accountant.post(`/api/books/suspense/${item.id}/resolution`, { account: '2100', note: 'x' });
    expect(kept.body).toMatchObject({ code: 'kept_account' });
    await accountant.post('/api/books/accounts', { code: '4200', name: 'Other income', kind: 'income' });
    const placed = await accountant.form(`/books/suspense/${item.id}/resolution`, {
      account: '4200',
      note: 'A workshop fee',
    });
    expect(placed.status).toBe(303);
    expect(await page(`/books/suspense/${item.id}`)).toContain('A workshop fee');
    const again = await accountant.post(`/api/books/suspense/${item.id}/resolution`, { account: '4200', note: 'x' });
    expect(again.body).toMatchObject({ code: 'resolved_already' });
    expect((await books.balances())[4200]).toBe(-5_000);
    expect((await accountant.get('/books/suspense/txn_nobody', { accept: 'text/html' })).status).toBe(404);
  });

  it('shows the comparison with Stripe and compares when asked', async () => {
    expect((await accountant.form('/books/stripe-balance/comparison', {})).status).toBe(303);
    expect(await page('/books/stripe-balance')).toContain('Agrees');
    const asked = await accountant.post('/api/books/stripe-balance/comparison', {});
    expect(asked.body).toMatchObject({ items: [{ agrees: true }] });
    expect((await accountant.get('/api/books/stripe-balance')).status).toBe(200);
  });
});
