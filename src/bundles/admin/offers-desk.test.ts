import { parse } from 'csv-parse/sync';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { formatInstant, newId } from '../../shared/index.js';

const certification = 'cosmetic-injector-certification';

let app: TestApp;
let admin: Client;
let accountant: Client;
let course: string;
beforeAll(async () => {
  app = await testApp();
  admin = await app.signIn('admin');
  accountant = await app.signIn('accountant');
  const { items } = (await admin.get<{ items: { slug: string; kind: string }[] }>('/api/catalogue')).body;
  course = items.filter((item) => item.kind === 'course').at(-1)!.slug;
}, 60_000);
afterAll(() => app?.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

interface Evidence {
  id: string;
  status: string;
  endsAt: string;
  extension?: { oldEndsAt: string; reason: string };
  priorPrice?: object;
  priceBefore: object;
  priceAfter: object;
  basis: object[];
  orders: { number: string; amount: object; status: string; settledAt: string | null }[];
}

const demoOffer = async () =>
  (await admin.get<{ offers: { id: string }[] }>(`/api/admin/bundles/${certification}`)).body.offers[0]!.id;
const evidence = async (id: string) => (await accountant.get<Evidence>(`/api/admin/offers/${id}`)).body;

describe('the evidence of an offer', () => {
  it('says who, when, the prices before and after, how the prior price came about, and the orders under it', async () => {
    const learner = await app.signIn('learner');
    const placed = await learner.post<{ number: string }>(
      '/api/orders',
      { items: [{ product: certification }] },
      { 'idempotency-key': newId() },
    );
    expect(placed.status).toBe(201);
    const id = await demoOffer();
    expect(await evidence(id)).toMatchObject({
      ...{ status: 'running', priceBefore: usd(59_900), priceAfter: usd(59_900), priorPrice: usd(59_900) },
      basis: [{ price: usd(59_900) }],
      claims: { held: 1, kept: 0, released: 0 },
      orders: [{ number: placed.body.number, amount: usd(44_900), status: 'pending', settledAt: null }],
    });
    const page = (await accountant.get(`/admin/offers/${id}`)).text;
    for (const shown of ['the demonstration', '25% off, rounded down', placed.body.number, 'As a table', '$599.00'])
      expect(page).toContain(shown);
    expect(page).not.toContain('Extend once');
  });

  it('says when no prior price is known, and then nothing is struck through', async () => {
    const slug = `new-${newId()}`;
    await admin.post('/api/admin/bundles', { slug, title: 'New', summary: 'New.', body: 'Text', courses: [course] });
    await admin.post(`/api/admin/bundles/${slug}/prices`, { price: usd(9900), reason: 'First' });
    const offer = { name: 'First days', price: usd(7900), startsAt: inDays(1), endsAt: inDays(2) };
    const { id } = (await admin.post<{ id: string }>(`/api/admin/bundles/${slug}/offers`, offer)).body;
    expect(await evidence(id)).not.toHaveProperty('priorPrice');
    expect((await admin.get(`/admin/offers/${id}`)).text).toContain('no price is struck through');
  });

  it('gives every price as CSV, and runs no formula in a spreadsheet', async () => {
    await admin.post(`/api/admin/bundles/${course}/prices`, {
      ...{ price: usd(8800), effectiveAt: inDays(50) },
      reason: '=HYPERLINK("https://example.org")',
    });
    const offer = { name: '+Sum', price: usd(5000), startsAt: inDays(1), endsAt: inDays(2) };
    const { id } = (await admin.post<{ id: string }>(`/api/admin/bundles/${course}/offers`, offer)).body;
    const { text, headers } = await accountant.get(`/admin/offers/${id}/prices.csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    const rows: string[][] = parse(text);
    const told = rows.slice(1).map((row) => [row[2], row[3], row[5], row[6], row[9]]);
    expect(told).toContainEqual(['list price', '', '88.00', 'USD', `'=HYPERLINK("https://example.org")`]);
    expect(told).toContainEqual(['offer', "'+Sum", '50.00', 'USD', '']);
  });

  it('tells nothing of an offer that is not there', async () => {
    expect((await admin.get(`/admin/offers/${newId()}`)).status).toBe(404);
    expect((await admin.get(`/api/admin/offers/${newId()}`)).status).toBe(404);
    expect((await admin.get('/admin/offers/nonsense')).status).toBe(400);
  });
});

describe('extending by the form', () => {
  it.each([
    [{ endsAt: '', zone: 'UTC', reason: '' }, ['Enter a date and time.', 'Enter a reason.']],
    [{ endsAt: '2020-01-01T00:00', zone: 'UTC', reason: 'x' }, ['must be later than']],
    [{ endsAt: '2031-01-01T00:00', zone: 'Mars', reason: 'x' }, ['Enter UTC, an offset']],
    [{ endsAt: '2031-01-01T00:00', zone: 'UTC', reason: 'x', once: 'more' }, ['not known here']],
  ])('comes back filled with the reasons: %j', async (fields, sentences) => {
    const answer = await admin.form(`/admin/offers/${await demoOffer()}/extension`, fields);
    expect(answer.status).toBe(422);
    for (const sentence of sentences) expect(answer.text).toContain(sentence);
  });

  it('is done once, is shown to everybody with its reason, and not offered again', async () => {
    const id = await demoOffer();
    const before = (await evidence(id)).endsAt;
    const endsAt = inDays(20).slice(0, 16);
    const reason = 'our <b>checkout</b> was down';
    const done = await admin.form(`/admin/offers/${id}/extension`, { endsAt, zone: 'UTC', reason });
    expect([done.status, done.headers.get('location')]).toEqual([303, `/admin/offers/${id}`]);
    expect((await evidence(id)).extension).toEqual({ oldEndsAt: before, reason });
    const visitor = app.client();
    const page = (await visitor.get(`/bundles/${certification}`)).text;
    expect(page).toContain(
      `Extended to ${formatInstant(new Date(`${endsAt}Z`))}, because our &lt;b>checkout&lt;/b> was down`,
    );
    expect((await visitor.get(`/api/bundles/${certification}`)).body).toMatchObject({
      offer: { endsAt: `${endsAt}:00.000Z`, extension: { oldEndsAt: before, reason } },
    });
    expect((await admin.get(`/admin/offers/${id}`)).text).not.toContain('Extend once');
    const again = await admin.form(`/admin/offers/${id}/extension`, { endsAt, zone: 'UTC', reason });
    expect(again.status).toBe(422);
    expect(again.text).toContain('an offer is extended once');
    const api = { endsAt: inDays(30), reason };
    expect((await admin.post(`/api/admin/offers/${id}/extension`, api)).body).toMatchObject({ code: 'offer_extended' });
  });
});

describe('the desk of prices', () => {
  it('shows all products with their offers on one page, and each with its history and forms', async () => {
    const all = (await admin.get('/admin/offers')).text;
    for (const shown of ['Offers of all products', 'Certification offer', `/admin/prices/${course}`])
      expect(all).toContain(shown);
    const one = (await admin.get(`/admin/prices/${certification}`)).text;
    for (const shown of ['<svg class="chart-canvas"', 'The rest after “Certification offer” is over', 'Schedule offer'])
      expect(one).toContain(shown);
    expect((await admin.get('/admin/prices/nothing-like-it')).status).toBe(404);
  });

  it('prices a single course: list price, a price ahead and its withdrawal, an offer with seats', async () => {
    const path = `/admin/prices/${course}`;
    const effectiveAt = '2031-03-01T00:00';
    const set = { listPrice: '123.45', effectiveAt, effectiveZone: 'UTC', reason: 'Longer course' };
    expect((await admin.form(path, set)).headers.get('location')).toBe(`${path}#prices`);
    const price = /\/admin\/prices\/([-0-9a-f]{36})\/withdrawal/.exec((await admin.get(path)).text)![1]!;
    const ask = `/admin/prices/${price}/withdrawal`;
    expect((await admin.get(ask)).text).toContain('will not cost $123.45 from 1 March 2031, 00:00 UTC');
    expect((await admin.form(ask, { reason: '' })).text).toContain('Enter a reason.');
    expect((await admin.form(ask, { reason: 'Not longer after all' })).headers.get('location')).toBe(`${path}#prices`);
    expect((await admin.get(path)).text).toMatch(/withdrawn[^]*Not longer after all/);
    const offer = {
      name: 'Few seats',
      price: '50',
      startsAt: '2032-01-01T09:00',
      endsAt: '2032-01-02T09:00',
      zone: 'UTC',
    };
    for (const seats of ['0', '-1', '1e3', '1.5', '99999999'])
      expect((await admin.form(`${path}/offers`, { ...offer, seats })).status).toBe(422);
    expect((await admin.form(`${path}/offers`, { ...offer, seats: '25' })).status).toBe(303);
    expect((await admin.get(path)).text).toMatch(/Few seats[^]*>25</);
  });

  it('gives two admins who schedule the same time one offer, and the other the reason with the form still filled', async () => {
    const path = `/admin/prices/${course}/offers`;
    const offer = { price: '50', startsAt: '2034-01-01T09:00', endsAt: '2034-01-02T09:00', zone: 'UTC', seats: '' };
    const answers = await Promise.all(['Mine', 'Yours'].map((name) => admin.form(path, { ...offer, name })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
    const late = answers.find((answer) => answer.status === 422)!.text;
    expect(late).toMatch(/“(Mine|Yours)” runs from/);
    expect(late).toMatch(/value="(Mine|Yours)"/);
  });
});

describe('hostile input', () => {
  const good = { name: 'Spring', price: '50', startsAt: '2035-01-01T09:00', endsAt: '2035-01-02T09:00', zone: 'UTC' };
  const nul = String.fromCharCode(0);

  it.each([
    [{ price: '-5' }],
    [{ price: '1e309' }],
    [{ price: '0.001' }],
    [{ price: '0' }],
    [{ price: '99999999999999999999' }],
    [{ price: '５０' }],
    [{ price: '50 OR 1=1' }],
    [{ name: '' }],
    [{ name: 'x'.repeat(81) }],
    [{ name: `a${nul}b` }],
    [{ startsAt: '2035-02-30T09:00' }],
    [{ startsAt: '+275760-09-13T00:00' }],
    [{ endsAt: '2035-01-02T25:00' }],
    [{ zone: '../../etc/passwd' }],
    [{ zone: 'x'.repeat(61) }],
    [{ market: 'nowhere' }],
    [{ seats: `${2 ** 53}` }],
    [{ product_id: 'x' }],
  ])('%j in a form is refused, and schedules nothing', async (change) => {
    const answer = await admin.form(`/admin/prices/${course}/offers`, { ...good, ...change });
    expect([400, 404, 422]).toContain(answer.status);
    expect((await admin.get(`/admin/prices/${course}`)).text).not.toContain('2 January 2035');
  });

  it.each([
    ['{"amount":1e309,"currency":"USD"}'],
    ['{"amount":-5000,"currency":"USD"}'],
    ['{"amount":0.5,"currency":"USD"}'],
    ['{"amount":"5000","currency":"USD"}'],
    ['{"amount":5000,"currency":"usd; DROP"}'],
    ['{"amount":5000,"currency":"JPY"}'],
    ['5000'],
    ['null'],
  ])('a price of %s by the API is refused', async (price) => {
    const body = `{"name":"x","startsAt":"2035-01-01T09:00Z","endsAt":"2035-01-02T09:00Z","price":${price}}`;
    const answer = await admin.raw('POST', `/api/admin/bundles/${course}/offers`, body, {
      'content-type': 'application/json',
    });
    expect([400, 422]).toContain(answer.status);
  });

  it('markup in a name stays text wherever it is shown, in drawings too', async () => {
    const name = '"><script>alert(1)</script>';
    const made = await admin.form(`/admin/prices/${course}/offers`, { ...good, name });
    expect(made.status).toBe(303);
    for (const path of [`/admin/prices/${course}`, '/admin/offers', '/admin'])
      expect((await admin.get(path)).text).not.toContain('<script>alert');
  });
});
