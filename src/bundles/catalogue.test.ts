import { Database } from '../database/index.js';
import { jest } from '@jest/globals';
import type { z } from 'zod';
import { type Client, testApp, type TestApp } from '../../test/support/index.js';
import { formatInstant } from '../shared/index.js';
import { bundleAnswer, catalogueItem, courseAnswer } from './products/answers.js';
import type { Quote } from './quote/quote.js';

type Item = z.infer<typeof catalogueItem>;
type Bundle = z.infer<typeof bundleAnswer>;
type Course = z.infer<typeof courseAnswer>;
interface List {
  items: Item[];
  next: string | null;
}
interface Refusal {
  code: string;
  errors: Record<string, string>;
}

const certification = 'cosmetic-injector-certification';

let app: TestApp;
let visitor: Client;
beforeAll(async () => {
  app = await testApp();
  visitor = app.client();
}, 60_000);
afterAll(() => app?.close());

const demoOffer = async () =>
  (await app.db.row<{ startsAt: Date; endsAt: Date }>(
    `SELECT lower(during) AS "startsAt", upper(during) AS "endsAt" FROM offers o JOIN products p ON p.id = o.product_id WHERE p.slug = $1`,
    [certification],
  ))!;
const escaped = (text: string) => text.replaceAll('&', '&amp;');

describe('the API for anyone', () => {
  it('lists courses and bundles, each with its price now', async () => {
    const { status, body } = await visitor.get<List>('/api/catalogue');
    expect(status).toBe(200);
    expect(body.next).toBeNull();
    expect(body.items.map((item) => catalogueItem.parse(item))).toEqual(body.items);
    expect(body.items.find((item) => item.slug === certification)).toMatchObject({
      kind: 'bundle',
      title: 'Cosmetic Injector Certification',
      listPrice: { amount: 59_900, currency: 'USD' },
      price: { amount: 44_900, currency: 'USD' },
    });
    const course = body.items.find((item) => item.kind === 'course')!;
    expect(course.listPrice).toEqual(course.price);
    expect(course.lessons).toBeGreaterThan(0);
    expect(course).not.toHaveProperty('offer');
  });

  it('lists a page at a time', async () => {
    const all = (await visitor.get<List>('/api/catalogue')).body.items;
    const first = (await visitor.get<List>('/api/catalogue?limit=1')).body;
    const second = (await visitor.get<List>(`/api/catalogue?limit=1&after=${first.next}`)).body;
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 2));
    expect((await visitor.get<List>(`/api/catalogue?after=${all.at(-1)!.slug}`)).body).toEqual({
      items: [],
      next: null,
    });
  });

  it('tells a bundle with its offer, whose end is that of the countdown on its page', async () => {
    const { startsAt, endsAt } = await demoOffer();
    const { body } = await visitor.get<Bundle>(`/api/bundles/${certification}`);
    expect(body).toMatchObject({
      slug: certification,
      listPrice: { amount: 59_900, currency: 'USD' },
      price: { amount: 44_900, currency: 'USD' },
      priorPrice: { amount: 59_900, currency: 'USD' },
      percentOff: 25,
      offer: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    });
    expect(bundleAnswer.parse(body)).toEqual(body);
    expect(body.courses.length).toBeGreaterThan(0);
    const page = await visitor.get(`/bundles/${certification}`);
    expect(/<count-down[^>]* ends-at="([^"]+)"/.exec(page.text)?.[1]).toBe(body.offer!.endsAt);
  });

  it('tells a course with its outline', async () => {
    const { courses } = (await visitor.get<Bundle>(`/api/bundles/${certification}`)).body;
    const { body } = await visitor.get<Course>(`/api/courses/${courses[0]!.slug}`);
    expect(courseAnswer.parse(body)).toEqual(body);
    expect(body).toMatchObject({ slug: courses[0]!.slug, bundles: [{ slug: certification }] });
    expect(body.outline[0]!.items[0]!.kind).toBe('lesson');
  });

  it('quotes a basket', async () => {
    const { status, body } = await visitor.post<Quote>('/api/quotes', { items: [{ product: certification }] });
    expect(status).toBe(200);
    expect(body.total).toEqual({ amount: 44_900, currency: 'USD' });
    expect(body.lines[0]!.reasons.map((reason) => reason.reason)).toEqual(['list', 'offer']);
  });

  it.each([
    [
      'a price in an item',
      { items: [{ product: certification, price: { amount: 1, currency: 'USD' } }] },
      'items.0.price',
    ],
    ['a total', { items: [{ product: certification }], total: { amount: 1, currency: 'USD' } }, 'total'],
    ['an instant', { items: [{ product: certification }], at: '2020-01-01T00:00:00Z' }, 'at'],
    ['a currency', { items: [{ product: certification }], currency: 'JPY' }, 'currency'],
    ['a discount', { items: [{ product: certification, percentOff: 99 }] }, 'items.0.percentOff'],
    ['courses one owns', { items: [{ product: certification }], owned: ['foundations'] }, 'owned'],
  ])('reads no %s that a client sends', async (_name, basket, field) => {
    const { status, body } = await visitor.post<Refusal>('/api/quotes', basket);
    expect({ status, code: body.code, fields: Object.keys(body.errors) }).toEqual({
      status: 400,
      code: 'malformed',
      fields: [field],
    });
  });

  it.each([
    [undefined],
    [[]],
    [{}],
    [{ items: 'x' }],
    [{ items: [{ product: 7 }] }],
    [{ items: [{ product: '../etc' }] }],
    [{ items: Array(101).fill({ product: 'a' }) }],
  ])('refuses %j as a basket', async (basket) => {
    const answer = await visitor.post<Refusal>('/api/quotes', basket);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code: 'malformed' });
  });

  it.each(['-1', '0', '0.5', '501', '1e309', '1e3', '"2"', 'null', '9007199254740993', '[1]'])(
    'refuses %s as a quantity',
    async (quantity) => {
      const body = `{"items":[{"product":"${certification}","quantity":${quantity}}],"purpose":"seats"}`;
      const answer = await visitor.raw<Refusal>('POST', '/api/quotes', body, { 'content-type': 'application/json' });
      expect({ status: answer.status, fields: Object.keys(answer.body.errors) }).toEqual({
        status: 400,
        fields: ['items.0.quantity'],
      });
    },
  );

  it('sells more than one to clinics only', async () => {
    const items = [{ product: certification, quantity: 2 }];
    for (const purpose of [undefined, 'self', 'gift']) {
      expect((await visitor.post<Refusal>('/api/quotes', { items, purpose })).body).toMatchObject({
        code: 'quantity_not_allowed',
        errors: { 'items.0.quantity': expect.anything() as string },
      });
    }
  });

  it('refuses with the field of the item', async () => {
    const { status, body } = await visitor.post<Refusal>('/api/quotes', { items: [{ product: 'nothing-like-it' }] });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'product_unknown', errors: { 'items.0.product': 'There is no such product.' } });
  });

  it('tells nothing of what does not exist', async () => {
    expect((await visitor.get('/api/bundles/nothing-like-it')).status).toBe(404);
    expect((await visitor.get('/bundles/nothing-like-it')).status).toBe(404);
    expect((await visitor.get('/api/bundles/%00')).status).toBe(400);
  });
});

describe('the pages for anyone', () => {
  it.each(['/', '/catalogue', `/bundles/${certification}`])(
    '%s shows the price now, what it was, and the end with its zone',
    async (path) => {
      const { status, text, headers } = await visitor.get(path, { accept: 'text/html' });
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).toContain('$449.00');
      expect(text).toMatch(/<s class="price-prior">.*?\$599\.00/s);
      expect(text).toContain('25% off');
      expect(text).toContain(formatInstant((await demoOffer()).endsAt));
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).not.toMatch(/regular price/i);
    },
  );

  it('sends a visitor to sign up, and back to the checkout of what they chose', async () => {
    const { text } = await visitor.get(`/bundles/${certification}`);
    expect(text).toContain(`href="/sign-up?next=${encodeURIComponent(`/checkout?product=${certification}`)}"`);
    const learner = await app.signIn('learner');
    const page = (await learner.get(`/bundles/${certification}`)).text;
    expect(page).toMatch(
      new RegExp(
        `<form class="act-form" method="post" action="/checkout"><input type="hidden" name="product" value="${certification}"`,
      ),
    );
  });

  it('shows a course with its outline, its price and the bundle it is part of', async () => {
    const { courses } = (await visitor.get<Bundle>(`/api/bundles/${certification}`)).body;
    const course = (await visitor.get<Course>(`/api/courses/${courses[0]!.slug}`)).body;
    const { text } = await visitor.get(`/courses/${courses[0]!.slug}`);
    expect(text).toContain(escaped(course.outline[0]!.items[0]!.title));
    expect(text).toContain(`href="/bundles/${certification}"`);
  });

  it('reads a page of the catalogue in three queries, a product with its parts in one, and who may practise it in another', async () => {
    const counted = async (path: string) => {
      const rows = jest.spyOn(app.get(Database), 'rows');
      await visitor.get(path);
      const asked = rows.mock.calls.filter(([sql]) => /products|list_prices|bundles/.test(sql)).length;
      rows.mockRestore();
      return asked;
    };
    expect([await counted('/catalogue'), await counted(`/bundles/${certification}`), await counted('/')]).toEqual([
      3, 2, 2,
    ]);
  });
});
