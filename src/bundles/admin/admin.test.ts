import type { z } from 'zod';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { newId } from '../../shared/index.js';
import type { adminBundleAnswer, offerAnswer } from './answers.js';

type Bundle = z.infer<typeof adminBundleAnswer>;
type Offer = z.infer<typeof offerAnswer>;
interface Listed {
  items: { slug: string; kind?: string }[];
}

const certification = 'cosmetic-injector-certification';

let app: TestApp;
let visitor: Client;
let admin: Client;
let courses: string[];
beforeAll(async () => {
  app = await testApp();
  visitor = app.client();
  admin = await app.signIn('admin');
  const { items } = (await visitor.get<Listed>('/api/catalogue')).body;
  courses = items.filter((item) => item.kind === 'course').map((item) => item.slug);
}, 60_000);
afterAll(() => app?.close());

const stored = async (slug: string) => (await admin.get<Bundle>(`/api/admin/bundles/${slug}`)).body;

const draft = async (more: object = {}) => {
  const slug = `draft-${newId()}`;
  const bundle = { slug, title: 'Two courses', summary: 'Two.', body: 'Text', courses: courses.slice(0, 2) };
  expect((await admin.post('/api/admin/bundles', { ...bundle, ...more })).status).toBe(201);
  return slug;
};

describe('an admin', () => {
  it('composes drafts that nobody else knows of', async () => {
    const slug = await draft();
    expect((await visitor.get(`/api/bundles/${slug}`)).status).toBe(404);
    expect((await visitor.get(`/bundles/${slug}`)).status).toBe(404);
    expect((await visitor.get('/api/catalogue')).text).not.toContain(slug);
  });

  it('composes, prices, publishes and schedules by the API', async () => {
    const slug = await draft();
    const path = `/api/admin/bundles/${slug}`;
    expect((await admin.put(`${path}/publication`)).body).toMatchObject({ code: 'bundle_not_sellable' });
    const price = { price: { amount: 29_900, currency: 'USD' }, reason: 'First list price' };
    expect((await admin.post(`${path}/prices`, price)).status).toBe(201);
    expect((await admin.put(`${path}/publication`)).status).toBe(204);
    const offer = {
      name: 'Spring',
      price: { amount: 19_900, currency: 'USD' },
      startsAt: '2031-01-01T09:00',
      endsAt: '2031-01-08T09:00',
      zone: '-05:00',
    };
    const made = await admin.post<Offer>(`${path}/offers`, offer);
    expect(made).toMatchObject({ status: 201, body: { startsAt: '2031-01-01T14:00:00.000Z', status: 'next' } });
    expect((await admin.post(`${path}/offers`, offer)).body).toMatchObject({ status: 409, code: 'offer_overlaps' });
    expect((await admin.delete(`/api/admin/offers/${made.body.id}`)).status).toBe(204);
    expect((await admin.get(path)).body).toMatchObject({
      status: 'published',
      offers: [{ status: 'cancelled' }],
      prices: [{ price: { amount: 29_900 } }],
    });
    expect((await admin.get<Listed>('/api/admin/bundles')).body.items).toContainEqual(
      expect.objectContaining({ slug, courses: 2 }),
    );
    expect((await admin.delete(`${path}/publication`)).status).toBe(204);
    expect((await visitor.get(`/api/bundles/${slug}`)).status).toBe(404);
  });

  it('is told by the API when somebody else was quicker', async () => {
    const path = `/api/admin/bundles/${await draft()}`;
    expect((await admin.patch(path, { version: 1, title: 'First' })).body).toMatchObject({
      title: 'First',
      version: 2,
    });
    const late = await admin.patch(path, { version: 1, title: 'Second' });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'bundle_changed', version: 2, errors: { title: 'Now stored: First' } },
    });
  });

  it.each([
    ['POST', '', { slug: 'x' }],
    ['POST', '', { slug: 'No Slug', title: 'T', summary: 'S', body: 'B' }],
    ['POST', '', { slug: 'x', title: 'T', summary: 'S', body: 'B', price: 1 }],
    ['PATCH', `/${certification}`, { title: 'Without a version' }],
    ['POST', `/${certification}/prices`, { price: { amount: 1.5, currency: 'USD' }, reason: 'x' }],
    ['POST', `/${certification}/prices`, { price: { amount: -100, currency: 'USD' }, reason: 'x' }],
    ['POST', `/${certification}/prices`, { price: { amount: 100, currency: 'USD' } }],
    [
      'POST',
      `/${certification}/offers`,
      { name: 'x', price: { amount: 100, currency: 'USD' }, startsAt: '2031-01-01T00:00Z' },
    ],
    [
      'POST',
      `/${certification}/offers`,
      {
        name: 'x',
        price: { amount: 100, currency: 'USD' },
        startsAt: '2031-01-01T00:00Z',
        endsAt: '2031-01-02T00:00Z',
        zone: 'Mars',
      },
    ],
  ])('gets a malformed %s /api/admin/bundles%s back, field by field', async (method, path, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await admin.raw<{ code: string; errors: object }>(
      method,
      `/api/admin/bundles${path}`,
      JSON.stringify(body),
      headers,
    );
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 400, code: 'malformed' });
    expect(Object.keys(answer.body.errors).length).toBeGreaterThan(0);
  });

  it('composes, prices, arranges, publishes and schedules by forms alone', async () => {
    const slug = `forms-${newId()}`;
    const path = `/admin/bundles/${slug}`;
    const [one, other] = courses as [string, string];
    const created = await admin.form('/admin/bundles', [
      ...Object.entries({ title: 'By forms', slug, summary: 'By forms.', body: 'Text', listPrice: '299' }),
      ['courses', one],
    ] as [string, string][]);
    expect([created.status, created.headers.get('location')]).toEqual([303, path]);
    await admin.form(`${path}/courses`, { version: '1', move: 'add', course: other });
    await admin.form(`${path}/courses`, { version: '2', move: 'up', course: other });
    expect((await stored(slug)).courses.map((course) => course.slug)).toEqual([other, one]);
    await admin.form(`${path}/publication`, { act: 'publish' });
    const offer = {
      name: 'Spring',
      price: '199.50',
      startsAt: '2031-01-01T09:00',
      endsAt: '2031-01-08T09:00',
      zone: 'America/New_York',
    };
    expect((await admin.form(`/admin/prices/${slug}/offers`, offer)).status).toBe(303);
    await admin.form(`/admin/prices/${slug}`, {
      listPrice: '310.00',
      effectiveAt: '2030-12-01T00:00',
      effectiveZone: 'UTC',
      reason: 'New courses',
    });
    const page = (await admin.get(`/admin/prices/${slug}`)).text;
    for (const shown of [
      '$199.50',
      '1 January 2031, 14:00 UTC',
      '$310.00',
      'New courses',
      'First list price',
      'Call off',
    ]) {
      expect(page).toContain(shown);
    }
    expect((await admin.get('/admin')).text).toContain('By forms');
    const { id } = (await stored(slug)).offers[0]!;
    expect((await admin.form(`/admin/offers/${id}/cancel`, {})).headers.get('location')).toBe(
      `/admin/prices/${slug}#offers`,
    );
    expect((await admin.get(`/admin/prices/${slug}`)).text).toContain('cancelled');
  });

  it('sees the page as it will be at any instant', async () => {
    const slug = await draft();
    const path = `/api/admin/bundles/${slug}`;
    expect((await admin.get(`/admin/bundles/${slug}/preview`)).text).toContain(
      'no list price in United States at this instant',
    );
    await admin.post(`${path}/prices`, { price: { amount: 29_900, currency: 'USD' }, reason: 'First list price' });
    const offer = {
      name: 'Spring',
      price: { amount: 19_900, currency: 'USD' },
      startsAt: '2031-01-01T09:00Z',
      endsAt: '2031-01-08T09:00Z',
    };
    await admin.post(`${path}/offers`, offer);
    const preview = async (at: string, zone = 'UTC') =>
      /class="price-now">([^<]+)/
        .exec((await admin.get(`/admin/bundles/${slug}/preview?at=${at}&zone=${encodeURIComponent(zone)}`)).text)?.[1]
        ?.trim();
    expect([
      await preview(''),
      await preview('2031-01-01T08:59'),
      await preview('2031-01-01T09:00'),
      await preview('2031-01-08T09:00'),
    ]).toEqual(['$299.00', '$299.00', '$199.00', '$299.00']);
    expect(await preview('2031-01-08T09:00', '+01:00')).toBe('$199.00');
    const now = (await admin.get(`/admin/bundles/${slug}/preview`)).text;
    const picked = [...now.matchAll(/href="[^"]*preview[?]([^"]*)"/g)].map((link) => link[1]!.replaceAll('&amp;', '&'));
    const shown = await Promise.all(
      picked.map(async (pick) => (await admin.get(`/admin/bundles/${slug}/preview?${pick}`)).text),
    );
    expect(shown.map((text) => /class="price-now">([^<]+)/.exec(text)?.[1]?.trim())).toEqual([
      ...['$299.00', '$199.00', '$199.00', '$299.00'],
    ]);
    expect((await admin.get(`/admin/bundles/${slug}/preview?market=eu`)).text).toContain('no list price in');
    expect((await admin.get(`/admin/bundles/${slug}/preview?market=nowhere`)).status).toBe(422);
    const owner = (await admin.get(`/admin/bundles/${slug}/preview?owns=${courses[0]}`)).text;
    expect(owner).toMatch(/You own .*, bought in order GL-EXAMPLE: −\$\d+/);
    expect(/For you: \$([\d.]+)/.exec(owner)?.[1]).not.toBe('299.00');
    const all = courses.slice(0, 2).map((course) => `owns=${course}`);
    expect((await admin.get(`/admin/bundles/${slug}/preview?${all.join('&')}`)).text).not.toContain('For you');
    const wrong = await admin.get(`/admin/bundles/${slug}/preview?at=nonsense`);
    expect(wrong.text).toContain('Enter a date and time');
    expect(wrong.text).not.toContain('action="/checkout"');
  });

  it.each([
    [
      '/bundles',
      { title: '', slug: 'Not A Slug', summary: 'x', body: 'x' },
      ['Enter a title.', 'Small letters, digits and single hyphens.'],
    ],
    [
      '/bundles',
      { title: 'x', slug: certification, summary: 'x', body: 'x' },
      ['is taken by another bundle or course'],
    ],
    [
      '/bundles',
      { title: 'x', slug: 'x', summary: 'x', body: 'x', listPrice: '1,50' },
      ['Enter a price such as 449.00.'],
    ],
    ['/bundles', { title: 'x', slug: 'x', summary: 'x', body: 'x', role: 'admin' }, ['is not known here.']],
    [
      `/bundles/${certification}`,
      { title: 'x', summary: 'x', body: '<script>alert(1)</script>', version: '1' },
      ['Line 1:'],
    ],
    [
      `/prices/${certification}`,
      { listPrice: 'free', effectiveAt: '', effectiveZone: 'UTC', reason: '' },
      ['Enter a price such as 449.00.', 'Enter a reason.'],
    ],
    [
      `/prices/${certification}`,
      { listPrice: '5', effectiveAt: '2020-01-01T00:00', effectiveZone: 'UTC', reason: 'x' },
      ['This lies in the past.'],
    ],
    [
      `/prices/${certification}/offers`,
      { name: 'x', price: '5', startsAt: '2031-01-02T00:00', endsAt: '2031-01-01T00:00', zone: 'UTC' },
      ['must end after it starts'],
    ],
    [
      `/prices/${certification}/offers`,
      { name: 'x', price: '5', startsAt: '', endsAt: '', zone: 'Mars' },
      ['Enter a date and time.', 'Enter UTC, an offset'],
    ],
    [`/bundles/${certification}/courses`, { version: '1', move: 'sideways', course: 'x' }, ['There is a problem']],
    [`/bundles/${certification}/publication`, { act: 'burn' }, ['There is a problem']],
  ])('gets a wrong form at /admin%s back filled, with the reason', async (path, fields, sentences) => {
    const answer = await admin.form(`/admin${path}`, fields);
    expect(answer.status).toBe(422);
    for (const sentence of sentences) expect(answer.text).toContain(sentence);
    expect(answer.text).toContain('<title>Error: ');
    expect(answer.text).not.toContain('<script>alert');
  });

  it('who was not quick enough keeps what was typed, sees what is stored, and may save again', async () => {
    const slug = await draft();
    const save = (title: string, version: string) =>
      admin.form(`/admin/bundles/${slug}`, { title, summary: 'Two.', body: 'Text', version });
    expect((await save('First', '1')).status).toBe(303);
    const late = await save('Second', '1');
    expect(late.status).toBe(422);
    expect(late.text).toContain('Nothing was overwritten');
    expect(late.text).toContain('Now stored: First');
    expect(late.text).toContain('value="Second"');
    expect(/name="version" value="(\d+)"/.exec(late.text)?.[1]).toBe('2');
    expect((await save('Second', '2')).status).toBe(303);
  });

  it('cannot end a running offer, by page or API', async () => {
    const { id } = (await stored(certification)).offers[0]!;
    expect((await admin.delete(`/api/admin/offers/${id}`)).body).toMatchObject({ status: 409, code: 'offer_begun' });
    expect((await admin.form(`/admin/offers/${id}/cancel`, {})).status).toBe(409);
  });
});
