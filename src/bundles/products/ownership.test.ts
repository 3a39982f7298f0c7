import { type Shopper, Shoppers, testApp, type TestApp } from '../../../test/support/index.js';

const certification = 'cosmetic-injector-certification';
const courses = [
  ...['foundations', 'upper-face', 'lower-face-and-neck', 'dermal-fillers'],
  ...['complications-and-emergencies', 'certification-exam'],
];

let app: TestApp;
let shoppers: Shoppers;
let buyer: Shopper;
let number: string;
beforeAll(async () => {
  app = await testApp();
  shoppers = new Shoppers(app);
  buyer = await shoppers.someone();
  ({ number } = await shoppers.bought(buyer, 'upper-face'));
}, 60_000);
afterAll(() => app?.close());

describe('whoever bought a course', () => {
  it('reads on the page of a bundle with it what they own and what that takes off', async () => {
    const { text } = await buyer.get(`/bundles/${certification}`);
    const { yours } = (await buyer.get(`/api/bundles/${certification}`)).body;
    expect(yours).toEqual({
      every: false,
      courses: [
        { title: 'Upper face', credit: { amount: expect.any(Number) as number, currency: 'USD' }, orderNumber: number },
      ],
      price: { amount: 44_900 - yours.courses[0].credit.amount, currency: 'USD' },
    });
    const off = (yours.courses[0].credit.amount / 100).toFixed(2);
    expect(text).toContain(`You own Upper face, bought in order ${number}: −$${off}`);
    expect(text).toContain(`For you: $${(yours.price.amount / 100).toFixed(2)}`);
    expect(text.match(/you own this/g)).toHaveLength(1);
  });

  it('is quoted the same', async () => {
    const { yours } = (await buyer.get(`/api/bundles/${certification}`)).body;
    const { body } = await buyer.post('/api/quotes', { items: [{ product: certification }] });
    expect(body.total).toEqual(yours.price);
    expect(body.lines[0].reasons.map(({ reason }: { reason: string }) => reason)).toEqual([
      'list',
      'offer',
      'upgrade_credit',
    ]);
    const gift = await buyer.post('/api/quotes', { items: [{ product: certification }], purpose: 'gift' });
    expect(gift.body.total.amount).toBe(44_900);
  });

  it('is not sold the course again, but led to it', async () => {
    const { text } = await buyer.get('/courses/upper-face');
    expect(text).toContain('You have this course.');
    expect(text).toContain('href="/learning"');
    expect(text).not.toContain('Enroll<');
    expect((await buyer.post('/api/quotes', { items: [{ product: 'upper-face' }] })).body).toMatchObject({
      code: 'already_owned',
    });
  });

  it('gets no credit in another currency', async () => {
    const { body } = await buyer.post('/api/quotes', { items: [{ product: certification }], market: 'eu' });
    expect(body.total).toEqual({ amount: 59_900, currency: 'EUR' });
  });
});

it('whoever has every course of a bundle is led to them', async () => {
  const owner = await shoppers.someone();
  await shoppers.bought(owner, certification);
  const { text } = await owner.get(`/bundles/${certification}`);
  expect(text).toContain('You have every course of it.');
  expect(text).not.toContain('Enroll<');
  expect((await owner.get(`/api/bundles/${certification}`)).body.yours).toMatchObject({ every: true });
  expect(text.match(/you own this/g)).toHaveLength(courses.length);
});

it('nobody else reads anything of it', async () => {
  for (const client of [app.client(), await shoppers.someone()]) {
    expect((await client.get(`/api/bundles/${certification}`)).body).not.toHaveProperty('yours');
    expect((await client.get(`/bundles/${certification}`)).text).not.toMatch(/You own|For you/);
  }
});
