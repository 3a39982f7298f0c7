import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { SaleTermsQueries } from './sale-terms.queries.js';

const certification = 'cosmetic-injector-certification';
const policy = { name: 'Generous', days: 60, maxProgressPercent: 50, reason: 'A calmer promise' };

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = await app.signIn('admin');
}, 60_000);
afterAll(() => app?.close());

const termsOf = async (slug: string, market = 'default') => {
  const product = await app.db.row<{ id: string }>('SELECT id FROM products WHERE slug = $1', [slug]);
  return (await app.get(SaleTermsQueries).of([product!.id], market)).get(product!.id)!;
};
const setTerms = (slug: string, terms: object) =>
  admin.post(`/api/admin/bundles/${slug}/terms`, { refundPolicy: policy.name, reason: 'Test', ...terms });
const setPolicy = (change: object = {}) => admin.post('/api/admin/refund-policies', { ...policy, ...change });
const problem = ({ status, body }: { status: number; body: { code?: string; errors?: object } }) => ({
  ...{ status, code: body.code },
  fields: Object.keys(body.errors ?? {}),
});

describe('the terms of a product', () => {
  it('are at first 14 days and a quarter studied, without a fee, for everything', async () => {
    expect(await termsOf('foundations')).toEqual({
      refund: expect.objectContaining({ days: 14, maxProgressPercent: 25, feePercent: 0, feeFixed: 0 }) as unknown,
      accessDays: null,
      plan: null,
    });
  });

  it('let the bundle of the demonstration be paid in three monthly instalments', async () => {
    expect((await termsOf(certification)).plan).toEqual({ instalments: 3, everyMonths: 1, graceDays: 7 });
  });

  it('follow the latest version of their refund policy, with the fixed fee of the market', async () => {
    const first = await setPolicy({ fees: [{ market: 'jp', fee: { amount: 500, currency: 'JPY' } }] });
    expect(first.body).toMatchObject({ version: 1 });
    expect((await setTerms('upper-face', { accessDays: 365 })).status).toBe(204);
    expect(await termsOf('upper-face', 'jp')).toMatchObject({ refund: { days: 60, feeFixed: 500 }, accessDays: 365 });
    expect(await termsOf('upper-face')).toMatchObject({ refund: { days: 60, feeFixed: 0 } });
    const both = await Promise.all([setPolicy({ days: 90 }), setPolicy({ days: 90 })]);
    expect(both.map(({ body }) => body.version).sort()).toEqual([2, 3]);
    expect((await termsOf('upper-face')).refund).toMatchObject({ days: 90, name: 'Generous' });
    const { items } = (await admin.get('/api/admin/refund-policies')).body;
    const mine = items.filter(({ name }: { name: string }) => name === 'Generous');
    expect(mine.map(({ version, latest }: Record<string, unknown>) => [version, latest])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
  });

  it('change for everything that says nothing else, and for nothing that does', async () => {
    await setPolicy({ name: 'Strict', days: 0 });
    await admin.post('/api/admin/terms', { refundPolicy: 'Strict', reason: 'Test' });
    expect((await termsOf('foundations')).refund).toMatchObject({ name: 'Strict', days: 0 });
    expect((await termsOf('upper-face')).refund).toMatchObject({ name: 'Generous' });
  });

  it('are shown with the volume prices', async () => {
    await setTerms('lower-face-and-neck', { plan: { instalments: 4, everyMonths: 3, graceDays: 10 } });
    await admin.post('/api/admin/bundles/lower-face-and-neck/volume', {
      ...{ steps: [{ quantity: 10, percent: 25 }], reason: 'Test' },
    });
    expect((await admin.get('/api/admin/bundles/lower-face-and-neck/terms')).body).toMatchObject({
      accessDays: null,
      plan: { instalments: 4, everyMonths: 3, graceDays: 10 },
      volume: [{ quantity: 10, percent: 25 }],
    });
    expect((await admin.get('/api/admin/bundles/lower-face-and-neck/terms?market=eu')).body.volume).toEqual([]);
  });

  it.each<[string, string, object, number, string, string[]]>([
    [
      'a policy nobody wrote',
      'bundles/foundations/terms',
      { refundPolicy: 'None such' },
      422,
      'policy_unknown',
      ['refundPolicy'],
    ],
    ['a product nobody sells', 'bundles/nothing-like-it/terms', {}, 404, 'not_found', []],
    ['access for no day', 'terms', { accessDays: 0 }, 400, 'malformed', ['accessDays']],
    [
      'one instalment',
      'terms',
      { plan: { instalments: 1, everyMonths: 1, graceDays: 7 } },
      400,
      'malformed',
      ['plan.instalments'],
    ],
    [
      '13 instalments',
      'terms',
      { plan: { instalments: 13, everyMonths: 1, graceDays: 7 } },
      400,
      'malformed',
      ['plan.instalments'],
    ],
  ])('refuse %s', async (_name, path, change, status, code, fields) => {
    const answer = await admin.post(`/api/admin/${path}`, { refundPolicy: policy.name, reason: 'Test', ...change });
    expect(problem(answer)).toEqual({ status, code, fields });
  });

  it.each<[string, object, number, string, string[]]>([
    ['more than everything back', { maxProgressPercent: 101 }, 400, 'malformed', ['maxProgressPercent']],
    [
      'a fee in a currency of elsewhere',
      { fees: [{ market: 'eu', fee: { amount: 5, currency: 'USD' } }] },
      422,
      'currency_unknown',
      ['fee.eu'],
    ],
    [
      'a fee below nothing',
      { fees: [{ market: 'eu', fee: { amount: -5, currency: 'EUR' } }] },
      422,
      'invalid_input',
      ['fee.eu'],
    ],
    ['no reason', { reason: '' }, 400, 'malformed', ['reason']],
  ])('have no policy with %s', async (_name, change, status, code, fields) => {
    expect(problem(await setPolicy(change))).toEqual({ status, code, fields });
  });
});

describe('volume prices', () => {
  const set = (steps: object[], more: object = {}) =>
    admin.post('/api/admin/bundles/foundations/volume', { steps, reason: 'Test', ...more });
  const priceOf = async (quantity: number, market = 'default') => {
    const items = [{ product: 'foundations', quantity }];
    return (await app.client().post('/api/quotes', { items, purpose: 'seats', market })).body.total.amount / quantity;
  };

  it('hold for clinics in their market, from their number of seats on', async () => {
    await set([
      { quantity: 5, percent: 10 },
      { quantity: 20, percent: 50 },
    ]);
    const [one, five, twenty] = [await priceOf(4), await priceOf(5), await priceOf(20)];
    expect([five / one, twenty / one]).toEqual([0.9, 0.5]);
    expect(await priceOf(20, 'eu')).toBe(await priceOf(1, 'eu'));
    await set([]);
    expect(await priceOf(20)).toBe(one);
  });

  it.each<[string, object[], object, number, string]>([
    [
      'fewer percent for more seats',
      [
        { quantity: 5, percent: 20 },
        { quantity: 10, percent: 10 },
      ],
      {},
      422,
      'volume_not_rising',
    ],
    [
      'the same seats twice',
      [
        { quantity: 5, percent: 10 },
        { quantity: 5, percent: 20 },
      ],
      {},
      422,
      'volume_not_rising',
    ],
    ['a market nobody knows', [], { market: 'atlantis' }, 422, 'market_unknown'],
    ['one seat', [{ quantity: 1, percent: 10 }], {}, 400, 'malformed'],
    ['everything for nothing', [{ quantity: 5, percent: 100 }], {}, 400, 'malformed'],
  ])('are refused with %s', async (_name, steps, more, status, code) => {
    expect(problem(await set(steps, more))).toMatchObject({ status, code });
  });
});

describe('the forms', () => {
  const plan = { instalments: '', everyMonths: '', graceDays: '' };
  const terms = { refundPolicy: policy.name, accessDays: '', reason: 'By the form', ...plan };

  it('set terms, and give back a plan that is only begun', async () => {
    const wrong = await admin.form('/admin/terms/dermal-fillers', { ...terms, instalments: '3' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Fill in all of a plan, or none.');
    expect(wrong.text).toContain('By the form');
    const set = await admin.form('/admin/terms/dermal-fillers', {
      ...{ ...terms, accessDays: '180', instalments: '3', everyMonths: '1', graceDays: '5' },
    });
    expect(set.status).toBe(303);
    expect(await termsOf('dermal-fillers')).toMatchObject({ accessDays: 180, plan: { instalments: 3, graceDays: 5 } });
    const { text } = await admin.get('/admin/terms');
    expect(text).toContain('3 instalments, one every month; access pauses 5 days after a missed one');
    expect(text).toContain('180 days');
  });

  it('set terms for everything', async () => {
    expect((await admin.form('/admin/terms', { ...terms, refundPolicy: 'None such' })).status).toBe(422);
    expect((await admin.form('/admin/terms', terms)).status).toBe(303);
    expect((await termsOf('foundations')).refund.name).toBe(policy.name);
  });

  it('set volume prices, one step per line', async () => {
    const volume = { market: 'eu', steps: '5: 10\r\n25: 20%', reason: 'Clinics' };
    const wrong = await admin.form('/admin/terms/dermal-fillers/volume', { ...volume, steps: 'five: ten' });
    expect(wrong.text).toContain('Write one step per line, as in “5: 10”.');
    expect(wrong.text).toContain('five: ten');
    expect((await admin.form('/admin/terms/dermal-fillers/volume', { ...volume, steps: '1: 10' })).text).toContain(
      'Enter 2 to 500 seats.',
    );
    expect((await admin.form('/admin/terms/dermal-fillers/volume', volume)).status).toBe(303);
    expect((await admin.get('/admin/terms/dermal-fillers?market=eu')).text).toContain('5: 10\n25: 20');
  });

  it('write the next version of a refund policy', async () => {
    const fields = {
      ...{ name: 'By the form', days: '30', maxProgressPercent: '40', feePercent: '5', reason: 'Test' },
      ...{ 'fee.default': '10.00', 'fee.eu': '', 'fee.gb': '', 'fee.jp': '', 'fee.kw': '' },
    };
    const wrong = await admin.form('/admin/refund-policies', { ...fields, 'fee.default': '1e309', days: '-1' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="1e309"');
    expect((await admin.form('/admin/refund-policies', fields)).status).toBe(303);
    expect((await admin.get('/admin/refund-policies')).text).toContain(
      '30 days, up to 40% studied, a fee of 5%, $10.00',
    );
  });
});

it.each([
  'UPDATE refund_policies SET days = 1',
  'DELETE FROM sale_terms',
  `UPDATE volume_steps SET steps = '[]'`,
  'DELETE FROM refund_policy_fees',
])('the database refuses %s', async (sql) => {
  await expect(app.db.rows(sql)).rejects.toThrow('append-only');
});
