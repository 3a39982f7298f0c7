import { BundlesRoom } from '../../../test/fixtures/bundles-room.js';
import { ProductQueries } from '../products/product.queries.js';
import { SetListPrice } from './set-list-price.js';
import { WithdrawListPrice } from './withdraw-list-price.js';

let room: BundlesRoom;
let admin: string;
beforeAll(async () => {
  room = await BundlesRoom.open();
  admin = await room.admin();
});
afterAll(() => room?.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const setFor = (slug: string, days: number) =>
  room.get(SetListPrice).execute(
    slug,
    {
      price: { amount: 9900, currency: 'USD' },
      effectiveAt: inDays(days).toISOString(),
      zone: 'UTC',
      reason: 'More courses',
    },
    admin,
  );
const withdraw = (id: string) => room.get(WithdrawListPrice).execute(id, { reason: 'Not yet' }, admin);
const priceIn = async (slug: string, days: number) =>
  (await room.get(ProductQueries).withParts([slug]))
    .find((product) => product.slug === slug)!
    .history.priceAt(inDays(days))?.amount;

it('a list price for later can be withdrawn until it begins, twice like once; both rows stay', async () => {
  const { slug, id: productId } = await room.bundle();
  const { id } = await setFor(slug, 2);
  expect(await priceIn(slug, 3)).toBe(9900);
  expect(await withdraw(id)).toEqual({ product: slug });
  await withdraw(id);
  expect(await priceIn(slug, 3)).toBe(8000);
  expect(await room.db.rows('SELECT 1 FROM list_prices WHERE id = $1', [id])).toHaveLength(1);
  const told = (await room.facts('price.withdrawn')).filter((fact) => fact.priceId === id);
  expect(told).toEqual([{ priceId: id, productId, personId: admin }]);
});

it('one that holds stays, whatever is tried', async () => {
  const { slug } = await room.bundle();
  const { id } = await setFor(slug, 0);
  await expect(withdraw(id)).rejects.toMatchObject({ code: 'price_begun', kind: 'conflict' });
  await expect(withdraw(admin)).rejects.toMatchObject({ code: 'not_found' });
  const past = room.db.rows(
    `INSERT INTO list_price_withdrawals (list_price_id, reason, withdrawn_by) VALUES ($1, 'x', $2)`,
    [id, admin],
  );
  await expect(past).rejects.toThrow('stays in the history');
  await expect(room.db.rows('DELETE FROM list_price_withdrawals')).rejects.toThrow('append-only');
});
