import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

const certification = 'cosmetic-injector-certification';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const instant = inDays(5);

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = await app.signIn('admin');
}, 60_000);
afterAll(() => app?.close());

const terms = (change: object = {}) => ({
  ...{ code: 'winter-10', percent: 10, startsAt: inDays(-1), endsAt: inDays(5), note: 'For the congress' },
  ...change,
});
const give = async (change: object) => (await admin.post('/api/admin/codes', terms(change))).body;
const quote = (code: string, more: object = {}, client = app.client()) =>
  client.post('/api/quotes', { items: [{ product: certification }], code, ...more });

describe('giving a code out', () => {
  it('answers its terms, and quotes take it, however it is typed', async () => {
    const made = await admin.post('/api/admin/codes', terms());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ code: 'WINTER-10', percent: 10, standing: 'running', kept: 0, held: 0 });
    for (const typed of ['WINTER-10', ' winter-10 ', 'Winter 10', 'W1NTER-IO', 'ｗｉｎｔｅｒ１０']) {
      const { body } = await quote(typed);
      expect(body.total).toEqual({ amount: 40_410, currency: 'USD' });
      expect(body.code).toMatchObject({ code: 'WINTER-10', label: '10% off' });
    }
  });

  it.each([
    ['that looks like another one', { code: 'W1NTER-IO' }, 422, 'code_taken', 'code'],
    ['of neither a percentage nor a sum', { code: 'NOTHING', percent: undefined }, 422, 'code_worth', 'percent'],
    [
      'of both',
      { code: 'BOTH', off: [{ market: 'default', off: { amount: 5, currency: 'USD' } }] },
      422,
      'code_worth',
      'percent',
    ],
    [
      'that ends as it starts',
      { code: 'SHORT', startsAt: instant, endsAt: instant },
      422,
      'code_ends_before_start',
      'endsAt',
    ],
    ['for an unknown product', { code: 'NOWHERE', products: ['nothing-like-it'] }, 422, 'product_unknown', 'products'],
    [
      'in a currency of elsewhere',
      { code: 'ELSEWHERE', percent: undefined, off: [{ market: 'eu', off: { amount: 500, currency: 'USD' } }] },
      422,
      'currency_unknown',
      'off.eu',
    ],
    [
      'of less than nothing',
      { code: 'LESS', percent: undefined, off: [{ market: 'default', off: { amount: -500, currency: 'USD' } }] },
      422,
      'invalid_input',
      'off.default',
    ],
    ['of more than everything', { code: 'MORE', percent: 101 }, 400, 'malformed', 'percent'],
    ['of 1e309 percent', { code: 'MORE', percent: 1e309 }, 400, 'malformed', 'percent'],
    ['of half a percent', { code: 'HALF', percent: 0.5 }, 400, 'malformed', 'percent'],
    ['with a field of its own', { code: 'FIELD', price: 1 }, 400, 'malformed', 'price'],
    ['of three letters', { code: 'ABC' }, 400, 'malformed', 'code'],
  ])('refuses one %s', async (_name, change, status, code, field) => {
    const { status: answered, body } = await admin.post('/api/admin/codes', terms(change));
    expect({ answered, code: body.code, fields: Object.keys(body.errors) }).toEqual({
      answered: status,
      code,
      fields: [field],
    });
  });

  it('works by the form, for a sum in several markets, and gives a wrong form back filled', async () => {
    const fields = {
      ...{ code: 'spring-sum', note: 'Spring', percent: '', startsAt: '2026-01-01T00:00', endsAt: '2030-01-01T00:00' },
      ...{ zone: 'UTC', totalLimit: '', personLimit: '1', withOffers: 'yes', products: certification },
      ...{ 'off.default': '50.00', 'off.eu': '', 'off.gb': '', 'off.jp': '7000', 'off.kw': '' },
    };
    const wrong = await admin.form('/admin/codes', { ...fields, 'off.jp': '70.5', endsAt: '2025-01-01T00:00' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Enter a price such as 449.');
    expect(wrong.text).toContain('value="70.5"');
    const made = await admin.form('/admin/codes', fields);
    expect(made.status).toBe(303);
    expect((await quote('SPRING-SUM')).body.total).toEqual({ amount: 39_900, currency: 'USD' });
    expect((await quote('SPRING-SUM', { market: 'jp' })).body.total).toEqual({ amount: 82_850, currency: 'JPY' });
    expect((await quote('SPRING-SUM', { market: 'eu' })).body).toMatchObject({ code: 'code_not_here' });
    const page = (await admin.get(made.headers.get('location')!)).text;
    expect(page).toContain('$50.00, ¥7,000');
    expect(page).toContain('No order uses it.');
  });
});

describe('a quote with a code', () => {
  it.each<[string, object, string, string]>([
    ['that was not given out', {}, 'code_unknown', 'This code is not known.'],
    ['that begins later', { startsAt: inDays(1) }, 'code_not_yet', 'This code holds from '],
    ['that has ended', { startsAt: inDays(-3), endsAt: inDays(-1) }, 'code_ended', 'This code has ended.'],
    ['for other products', { products: ['foundations'] }, 'code_without_effect', 'This code is for other products'],
    ['that leaves offers alone', { withOffers: false }, 'code_without_effect', 'does not combine with the offer'],
  ])('%s is refused at its field', async (name, change, code, sentence) => {
    const typed = `T-${name.replace(/[^a-z]/g, '').slice(0, 20)}`;
    if (code !== 'code_unknown') await give({ code: typed, ...change });
    const { status, body } = await quote(typed);
    expect({ status, code: body.code, told: body.errors.code }).toEqual({
      ...{ status: 422, code },
      told: expect.stringContaining(sentence) as string,
    });
  });

  it('is no longer taken once it is withdrawn, with who and why', async () => {
    const { id } = await give({ code: 'OOPS-100', percent: 100 });
    expect((await quote('OOPS-100')).body.total.amount).toBe(0);
    const refused = await admin.form(`/admin/codes/${id}/withdrawal`, { reason: ' ' });
    expect(refused.text).toContain('Enter a reason.');
    await admin.form(`/admin/codes/${id}/withdrawal`, { reason: 'Given out by mistake' });
    await admin.post(`/api/admin/codes/${id}/withdrawal`, { reason: 'Again' });
    expect((await quote('OOPS-100')).body).toMatchObject({ code: 'code_ended' });
    const { text } = await admin.get(`/admin/codes/${id}`);
    expect(text).toMatch(/Withdrawn by.*Ruth Adeyemi.*Given out by mistake/s);
    expect((await admin.get(`/api/admin/codes?standing=withdrawn`)).body.items).toMatchObject([
      { id, code: 'OOPS-100' },
    ]);
  });
});

describe('guessing codes', () => {
  it('ends after some wrong ones, and a known code is then not looked at either', async () => {
    await app.db.rows('DELETE FROM code_guesses');
    await give({ code: 'SECRET-CODE' });
    const guesser = app.client();
    for (let guess = 0; guess < 20; guess += 1) expect((await quote(`GUESS-${guess}`, {}, guesser)).status).toBe(422);
    const { status, body } = await quote('SECRET-CODE', {}, guesser);
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'too_many_tries' });
    expect((await guesser.post('/api/quotes', { items: [{ product: certification }] })).status).toBe(200);
    await app.db.rows('DELETE FROM code_guesses');
  });
});

describe('the list', () => {
  it('finds by a part of the code or of the note, and goes on page by page', async () => {
    await give({ code: 'LIST-ONE', note: 'Autumn congress in Lisbon' });
    await give({ code: 'LIST-TWO' });
    const found = async (path: string) => (await admin.get(path)).body.items.map(({ code }: { code: string }) => code);
    expect(await found('/api/admin/codes?q=list')).toEqual(['LIST-TWO', 'LIST-ONE']);
    expect(await found('/api/admin/codes?q=lisbon')).toEqual(['LIST-ONE']);
    expect(await found('/api/admin/codes?q=%25')).toEqual([]);
    const first = (await admin.get('/api/admin/codes?q=list&limit=1')).body;
    expect(await found(`/api/admin/codes?q=list&limit=1&after=${first.next}`)).toEqual(['LIST-ONE']);
    const { text } = await admin.get('/admin/codes?q=lisbon&standing=running');
    expect(text).toContain('LIST-ONE');
    expect(text).not.toContain('LIST-TWO');
    expect((await admin.get('/admin/codes?q=nothing-like-it')).text).toContain('No code is like this');
  });
});
