import { BundlesRoom } from '../../../test/fixtures/bundles-room.js';
import { Config, DomainError, readConfig } from '../../shared/index.js';
import { Facts } from '../../jobs/index.js';
import { SeedDemoOffer } from '../offers/seed-demo-offer.js';
import { ProductQueries } from '../products/product.queries.js';
import { ComposeBundle } from './compose-bundle.js';
import { CreateBundle } from './create-bundle.js';
import { MarketQueries } from '../markets/market.queries.js';
import { ImportBundles } from './import-bundles.js';
import { PublishBundle } from './publish-bundle.js';
import { WithdrawBundle } from './withdraw-bundle.js';

let room: BundlesRoom;
let admin: string;
beforeAll(async () => {
  room = await BundlesRoom.open();
  admin = await room.admin();
});
afterAll(() => room?.close());

const refusal = async (work: Promise<unknown>): Promise<DomainError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
};

let count = 0;
const draft = async (courses = ['basics', 'further']) => {
  const bundle = { slug: `draft-${++count}`, title: 'Draft', summary: 'A draft.', body: 'Some **text**.', courses };
  await room.get(CreateBundle).execute(bundle, admin);
  return bundle.slug;
};
const compose = (slug: string, change: object) =>
  room.get(ComposeBundle).execute(slug, { version: 1, ...change }, admin);
const stored = async (slug: string) =>
  (await room.db.row<{ id: string; title: string; status: string; html: string; version: number; courses: string[] }>(
    `SELECT p.id, p.title, p.status, b.body_html AS html, b.version, ARRAY(
       SELECT c.slug FROM bundle_courses bc JOIN courses c ON c.id = bc.course_id WHERE bc.product_id = p.id ORDER BY position) AS courses
     FROM products p JOIN bundles b ON b.product_id = p.id WHERE p.slug = $1`,
    [slug],
  ))!;

describe('composing a bundle', () => {
  it('begins with a draft that renders its Markdown', async () => {
    expect(await stored(await draft())).toMatchObject({
      status: 'draft',
      html: expect.stringContaining('<strong>text</strong>') as string,
      courses: ['basics', 'further'],
    });
  });

  it('changes what was sent and leaves the rest', async () => {
    const slug = await draft();
    await compose(slug, { courses: ['further', 'basics'] });
    expect(await stored(slug)).toMatchObject({ title: 'Draft', courses: ['further', 'basics'], version: 2 });
  });

  it('keeps what a second editor would have overwritten, and says what changed', async () => {
    const slug = await draft();
    await compose(slug, { title: 'First', summary: 'A draft.' });
    const refused = await refusal(compose(slug, { title: 'Second', summary: 'A draft.' }));
    expect(refused).toMatchObject({ code: 'bundle_changed', kind: 'conflict', data: { version: 2 } });
    expect(refused.fields).toEqual({
      version: expect.stringContaining('Nothing was overwritten') as string,
      title: 'Now stored: First',
    });
    expect(await stored(slug)).toMatchObject({ title: 'First', version: 2 });
  });

  it('lets of two editors at the same moment one save', async () => {
    const slug = await draft();
    const tries = await Promise.allSettled(['A', 'B', 'C'].map((title) => compose(slug, { title })));
    expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await stored(slug)).version).toBe(2);
  });

  it.each([
    ['an address that is taken', { slug: 'basics' }, 'slug_taken', 'slug'],
    ['a course that does not exist', { courses: ['nothing-like-it'] }, 'course_unknown', 'courses'],
    ['a course twice', { courses: ['basics', 'basics'] }, 'course_repeated', 'courses'],
    ['HTML in the text', { body: 'Hello\n\n<script>alert(1)</script>' }, 'invalid_input', 'body'],
  ])('refuses %s and writes nothing', async (_name, change, code, field) => {
    const bundle = { slug: 'refused', title: 'Refused', summary: 'Refused.', body: 'Text', courses: [], ...change };
    const refused = await refusal(room.get(CreateBundle).execute(bundle, admin));
    expect({ code: refused.code, field: Object.keys(refused.fields).join() }).toEqual({ code, field });
    expect(await room.db.rows(`SELECT 1 FROM products WHERE slug = 'refused'`)).toEqual([]);
  });
});

describe('publishing a bundle', () => {
  const publish = (slug: string) => room.get(PublishBundle).execute(slug, admin);

  it('asks for courses and a price first', async () => {
    const slug = await draft([]);
    expect((await refusal(publish(slug))).message).toMatch(/at least one course/);
    await compose(slug, { courses: ['basics'] });
    expect((await refusal(publish(slug))).message).toMatch(/list price/);
    await room.listPrice((await stored(slug)).id, 4000);
    await publish(slug);
    expect(await stored(slug)).toMatchObject({ status: 'published' });
  });

  it('asks that each course has a list price of its own', async () => {
    const slug = await draft(['basics']);
    await room.listPrice((await stored(slug)).id, 4000);
    const course = await room.db.row<{ id: string }>(
      `WITH c AS (SELECT gen_random_uuid() AS id, gen_random_uuid() AS edition),
       made AS (INSERT INTO courses (id, slug, current_edition_id) SELECT id, 'unpriced', edition FROM c),
       e AS (INSERT INTO editions SELECT c.edition, c.id, 1, 'x', 'Unpriced', 'x', 'x', '2026-01-01', 'x', '[]', '', '[]', 1, 1 FROM c)
       SELECT id FROM c`,
    );
    await room.db.rows(
      `INSERT INTO products (id, kind, slug, title, course_id, status) VALUES (gen_random_uuid(), 'course', 'unpriced', 'Unpriced', $1, 'published')`,
      [course!.id],
    );
    await compose(slug, { courses: ['basics', 'unpriced'] });
    expect((await refusal(publish(slug))).message).toMatch(/“Unpriced” needs a list price/);
    await compose(slug, { version: 2, courses: ['basics'] });
    await publish(slug);
    expect((await refusal(compose(slug, { version: 3, courses: ['basics', 'unpriced'] }))).code).toBe(
      'bundle_not_sellable',
    );
    expect((await refusal(compose(slug, { version: 3, courses: [] }))).code).toBe('bundle_not_sellable');
    expect((await stored(slug)).courses).toEqual(['basics']);
  });

  it('tells it once, and can be taken back', async () => {
    const slug = await draft();
    const { id } = await stored(slug);
    await room.listPrice(id, 4000);
    await publish(slug);
    await publish(slug);
    expect((await room.facts('bundle.published')).filter((fact) => fact.productId === id)).toEqual([
      { productId: id, personId: admin },
    ]);
    await room.get(WithdrawBundle).execute(slug, admin);
    expect(await stored(slug)).toMatchObject({ status: 'draft' });
  });
});

describe('importing a content folder', () => {
  const run = (change: object) =>
    room.get(ImportBundles).execute({ ...room.content, bundles: [{ ...room.content.bundles[0]!, ...change }] });
  const prices = () =>
    room.db.rows(`SELECT l.amount FROM list_prices l JOIN products p ON p.id = l.product_id WHERE p.slug = 'both'`);

  it('puts courses and bundles on sale at their first list price', async () => {
    const { at, cards } = await room.get(ProductQueries).published();
    const shown = cards.map((card) => [card.slug, card.history.at(at!)?.price.amount]);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['both', 8000],
        ['basics', 4900],
        ['further', 4900],
      ]),
    );
    expect((await room.facts('price.set')).filter((fact) => fact.amount === 4900)).toHaveLength(2);
  });

  it('a second time brings new texts and never a new price', async () => {
    await run({
      title: 'Both of them',
      contentHash: 'second',
      courses: ['further', 'basics'],
      listPrice: { amount: 1, currency: 'USD' },
    });
    expect(await stored('both')).toMatchObject({ title: 'Both of them', courses: ['further', 'basics'], version: 2 });
    expect(await prices()).toEqual([{ amount: 8000 }]);
    await run({ title: 'Ignored: the hash says that nothing changed', contentHash: 'second' });
    expect(await stored('both')).toMatchObject({ title: 'Both of them', version: 2 });
  });

  it('leaves alone what an admin has edited', async () => {
    await compose('both', { version: 2, title: 'Edited here' });
    await run({ title: 'From the folder', contentHash: 'third' });
    expect(await stored('both')).toMatchObject({ title: 'Edited here', version: 3 });
  });

  it('by two nodes at once does everything once', async () => {
    const bundle = { ...room.content.bundles[0]!, slug: 'twice' };
    const both = () => room.get(ImportBundles).execute({ ...room.content, bundles: [bundle] });
    await Promise.all([both(), both(), both()]);
    const [row] = await room.db.rows(
      `SELECT count(*) AS prices FROM list_prices l JOIN products p ON p.id = l.product_id WHERE p.slug = 'twice'`,
    );
    expect(row).toEqual({ prices: 1 });
  });
});

describe('the offer of the demonstration', () => {
  const seeder = (environment: Record<string, string>) =>
    new SeedDemoOffer(room.db, new Config(readConfig(environment).values), room.get(Facts), room.get(MarketQueries));

  it('starts once, with the prior price that the demonstration tells of, and ends 14 days later', async () => {
    const bundle = {
      ...room.content.bundles[0]!,
      slug: 'cosmetic-injector-certification',
      listPrice: { amount: 59_900, currency: 'USD' },
    };
    await room.get(ImportBundles).execute({ ...room.content, bundles: [bundle] });
    await seeder({ STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' }).execute();
    expect(await room.db.rows('SELECT 1 FROM offers')).toEqual([]);
    await Promise.all([seeder({}).execute(), seeder({}).execute()]);
    await seeder({}).execute();
    expect(await room.db.rows('SELECT upper(during) - lower(during) AS length FROM offers')).toMatchObject([
      { length: { days: 14 } },
    ]);
    const { at, cards } = await room.get(ProductQueries).published();
    expect(cards.find((card) => card.slug === bundle.slug)!.history.at(at!)).toMatchObject({
      price: { amount: 44_900 },
      priorPrice: { amount: 59_900 },
      percentOff: 25,
    });
  });
});
