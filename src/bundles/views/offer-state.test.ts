import { testApp, type TestApp } from '../../../test/support/index.js';
import { newId } from '../../shared/index.js';

interface Course {
  price: { amount: number };
  offer?: { seatsLeft?: number };
}

let app: TestApp;
let slug: string;
beforeAll(async () => {
  app = await testApp();
  const { items } = (await app.client().get<{ items: { slug: string; kind: string }[] }>('/api/catalogue')).body;
  slug = items.filter((item) => item.kind === 'course').at(-1)!.slug;
}, 60_000);
afterAll(() => app?.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

it('seats left come from real orders, and with the last one the price is the list price again, for everybody', async () => {
  const admin = await app.signIn('admin');
  const visitor = app.client();
  const read = async () => (await visitor.get<Course>(`/api/courses/${slug}`)).body;
  const pages = async () =>
    (await Promise.all(['/catalogue', `/courses/${slug}`].map((path) => visitor.get(path)))).map((page) => page.text);
  const list = (await read()).price.amount;
  const offer = { name: 'First two', price: { amount: 5000, currency: 'USD' }, startsAt: inDays(0), endsAt: inDays(3) };
  expect((await admin.post(`/api/admin/bundles/${slug}/offers`, { ...offer, seats: 2 })).status).toBe(201);
  expect(await read()).toMatchObject({ price: { amount: 5000 }, offer: { seatsLeft: 2 } });
  for (const text of await pages()) expect(text).toContain('2 of 2 seats left at this price');

  const order = async (account: string) => {
    const learner = await app.signIn(account);
    const body = { items: [{ product: slug }] };
    return (await learner.post('/api/orders', body, { 'idempotency-key': newId() })).status;
  };
  expect(await order('learner')).toBe(201);
  expect((await read()).offer).toMatchObject({ seatsLeft: 1 });
  for (const text of await pages()) expect(text).toContain('1 of 2 seats left at this price');

  expect(await order('learner2')).toBe(201);
  const after = await read();
  expect(after.price.amount).toBe(list);
  expect(after.offer).toBeUndefined();
  const [catalogue, course] = (await pages()) as [string, string];
  expect(catalogue).not.toContain('seats left');
  expect(course).toContain('First two: all 2 seats are taken, so it costs the list price again.');
  expect(course).not.toContain('<count-down');
});

it('a countdown is the same for everybody: nothing on the page depends on the visitor or the session', async () => {
  const strip = (text: string) => text.replaceAll(/nonce(="[^"]*"|-[\w+/=]+)|server-now="[^"]*"|\d\d:\d\d:\d\d/g, '');
  const path = '/bundles/cosmetic-injector-certification';
  const [first, second] = await Promise.all([app.client().get(path), app.client().get(`${path}?utm_source=mail`)]);
  expect(strip(second.text).replaceAll('?utm_source=mail', '')).toBe(strip(first.text));
  expect(first.headers.get('set-cookie')).toBeNull();
});

it.each([
  '/',
  '/catalogue',
  '/bundles/cosmetic-injector-certification',
  '/api/catalogue',
  '/api/bundles/cosmetic-injector-certification',
])('no cache serves the old price of %s past the end', async (path) => {
  const { headers } = await app.client().get(path);
  expect(headers.get('cache-control')).toBe('no-store');
});
