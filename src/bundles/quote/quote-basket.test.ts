import { jest } from '@jest/globals';
import { BundlesRoom } from '../../../test/fixtures/bundles-room.js';
import { DomainError } from '../../shared/index.js';
import { quoteSchema } from './quote.js';
import { QuoteBasket } from './quote-basket.js';

let room: BundlesRoom;
beforeAll(async () => void (room = await BundlesRoom.open()));
afterAll(() => room?.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });
const quote = (products: string[], at?: Date, code?: string) =>
  room.get(QuoteBasket).execute({ items: products.map((product) => ({ product })), code }, { at });
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  const { code, fields, kind } = error as DomainError;
  return { code, kind, field: Object.keys(fields).join() };
};

describe('the quote of a basket', () => {
  it('gives each line its reasons, which sum to it, and the list price of each course for the books', async () => {
    const { slug, id } = await room.bundle();
    const offerId = await room.offer(id, 6000, -1, 1, 'Spring offer');
    const made = await quote([slug]);
    const [line] = made.lines;
    expect(quoteSchema.parse(made)).toEqual(made);
    expect(line!.reasons.map(({ reason, amount }) => [reason, amount.amount])).toEqual([
      ['list', 8000],
      ['offer', -2000],
    ]);
    expect(line!.reasons[1]).toMatchObject({
      offerId,
      label: expect.stringMatching(/^Spring offer, until .* UTC$/) as string,
    });
    expect(line!.courses.map(({ slug: course, listPrice }) => [course, listPrice])).toEqual([
      ['basics', usd(4900)],
      ['further', usd(4900)],
    ]);
    expect(made).toMatchObject({ currency: 'USD', total: usd(6000) });
  });

  it('splits by what a course costs without its own offer', async () => {
    const course = await room.db.row<{ id: string }>(`SELECT id FROM products WHERE slug = 'further'`);
    await room.offer(course!.id, 1000, -1, 1);
    const { slug } = await room.bundle();
    const [line] = (await quote([slug])).lines;
    expect(line!.courses[1]).toMatchObject({ slug: 'further', listPrice: usd(4900) });
    expect((await quote(['further'])).total).toEqual(usd(1000));
  });

  it('is the price at the asked instant: the start of an offer belongs to it, the end does not', async () => {
    const { slug, id } = await room.bundle();
    const offerId = await room.offer(id, 6000, 1, 2);
    const { from, until } = (await room.db.row<{ from: Date; until: Date }>(
      'SELECT lower(during) AS from, upper(during) AS until FROM offers WHERE id = $1',
      [offerId],
    ))!;
    const around = [from, until].flatMap((edge) => [new Date(edge.getTime() - 1), edge]);
    const totals = await Promise.all(around.map(async (at) => (await quote([slug], at)).total.amount));
    expect(totals).toEqual([8000, 6000, 6000, 8000]);
  });

  it('asks the database once, and once more for a code', async () => {
    const asked = async (code?: string) => {
      const rows = jest.spyOn(room.db, 'rows');
      await quote(['basics', 'further'], new Date(), code).catch(() => undefined);
      const { length } = rows.mock.calls;
      rows.mockRestore();
      return length;
    };
    expect([await asked(), await asked('FREE')]).toEqual([1, 2]);
  });

  it('adds its lines up', async () => {
    expect((await quote(['basics', 'further'], new Date(Date.now() + 5 * 86_400_000))).total).toEqual(usd(9800));
  });

  it('asks the database clock when no instant is given, and runs in an open transaction', async () => {
    const made = await room.db.transaction(async (tx) => {
      const now = await tx.row<{ now: Date }>('SELECT now()');
      const answer = await room.get(QuoteBasket).execute({ items: [{ product: 'basics' }] }, { runner: tx });
      return { at: answer.at, now: now!.now.toISOString() };
    });
    expect(made.at).toBe(made.now);
  });
});

describe('a basket is refused', () => {
  it('empty, or with more than ten things', async () => {
    expect(await refusal(quote([]))).toEqual({ code: 'basket_empty', kind: 'invalid', field: 'items' });
    expect(await refusal(quote(Array.from({ length: 11 }, (_, index) => `course-${index}`)))).toMatchObject({
      code: 'basket_too_large',
    });
  });

  it('with a product that does not exist or is a draft, in the same words', async () => {
    const { slug, id } = await room.bundle();
    await room.db.rows(`UPDATE products SET status = 'draft' WHERE id = $1`, [id]);
    const unknown = { code: 'product_unknown', kind: 'invalid', field: 'items.1.product' };
    expect(await refusal(quote(['basics', 'nothing-like-it']))).toEqual(unknown);
    expect(await refusal(quote(['basics', slug]))).toEqual(unknown);
  });

  it('with a product without a price, or whose price begins later', async () => {
    const { slug } = await room.bundle({ prices: [] });
    const later = await room.bundle({ prices: [[1, 8000]] });
    const refused = { code: 'product_without_price', kind: 'invalid', field: 'items.0.product' };
    expect(await refusal(quote([slug]))).toEqual(refused);
    expect(await refusal(quote([later.slug]))).toEqual(refused);
  });

  it('with the same product twice', async () => {
    expect(await refusal(quote(['basics', 'further', 'basics']))).toMatchObject({
      code: 'product_repeated',
      field: 'items.2.product',
    });
  });

  it('with a course twice: beside its bundle, in either order, or in two bundles', async () => {
    const [one, two] = [await room.bundle(), await room.bundle()];
    expect(await refusal(quote([one.slug, 'basics']))).toMatchObject({
      code: 'course_in_bundle',
      field: 'items.1.product',
    });
    expect(await refusal(quote(['basics', one.slug]))).toMatchObject({
      code: 'course_in_bundle',
      field: 'items.0.product',
    });
    expect(await refusal(quote([one.slug, two.slug]))).toMatchObject({
      code: 'course_in_bundle',
      field: 'items.1.product',
    });
  });

  it('with a code nobody gave out', async () => {
    expect(await refusal(quote(['basics'], undefined, 'FREE'))).toEqual({
      code: 'code_unknown',
      kind: 'invalid',
      field: 'code',
    });
  });
});
