import { BundlesRoom } from '../../../test/fixtures/bundles-room.js';
import { DomainError } from '../../shared/index.js';
import { ProductQueries } from '../products/product.queries.js';
import { QuoteBasket } from '../quote/quote-basket.js';
import { CancelOffer } from './cancel-offer.js';
import { ScheduleOffer } from './schedule-offer.js';
import { SetListPrice } from './set-list-price.js';

let room: BundlesRoom;
let admin: string;
beforeAll(async () => {
  room = await BundlesRoom.open();
  admin = await room.admin();
});
afterAll(() => room?.close());

const usd = (amount: number) => ({ amount, currency: 'USD' });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const offer = (from: number, until: number, amount = 7000, name = 'Spring') => ({
  ...{ name, price: usd(amount), zone: 'UTC' },
  startsAt: inDays(from),
  endsAt: inDays(until),
});
const schedule = (slug: string, input: ReturnType<typeof offer>) => room.get(ScheduleOffer).execute(slug, input, admin);

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
}

const offersOf = (id: string) => room.db.rows<{ name: string }>('SELECT name FROM offers WHERE product_id = $1', [id]);
const priceNow = async (slug: string) => {
  const [product] = (await room.get(ProductQueries).withParts([slug])).filter((each) => each.slug === slug);
  return product!.history.at(new Date());
};

describe('scheduling an offer', () => {
  it('records who did it, and tells it', async () => {
    const { slug, id } = await room.bundle();
    const made = await schedule(slug, offer(1, 5));
    const [row] = await room.db.rows('SELECT created_by FROM offers WHERE id = $1', [made.id]);
    expect(row).toEqual({ created_by: admin });
    expect(await room.facts('offer.scheduled')).toContainEqual({ offerId: made.id, productId: id, personId: admin });
  });

  it('reads local times in the zone beside them', async () => {
    const { slug } = await room.bundle();
    const zone = 'America/New_York';
    const made = await schedule(slug, {
      ...offer(1, 2),
      startsAt: '2030-07-01T09:00',
      endsAt: '2030-07-08T09:00',
      zone,
    });
    expect(made).toMatchObject({ startsAt: new Date('2030-07-01T13:00Z'), endsAt: new Date('2030-07-08T13:00Z') });
  });

  it('of two admins at the same moment gives the time to one, and tells the other whose it is', async () => {
    const { slug, id } = await room.bundle();
    const tries = await Promise.allSettled([
      schedule(slug, offer(1, 5, 7000, 'Mine')),
      schedule(slug, offer(3, 8, 6000, 'Yours')),
    ]);
    expect(tries.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = tries.find((each) => each.status === 'rejected')!.reason as DomainError;
    const [kept] = await offersOf(id);
    expect(refused).toMatchObject({ code: 'offer_overlaps', kind: 'conflict' });
    expect(refused.fields.startsAt).toContain(`“${kept!.name}” runs from`);
    expect(await offersOf(id)).toHaveLength(1);
  });

  it('lets no two admins at the same moment get round the rest between offers', async () => {
    const { slug, id } = await room.bundle();
    const tries = await Promise.allSettled([
      schedule(slug, offer(1, 5)),
      schedule(slug, offer(10, 15)),
      schedule(slug, offer(20, 25)),
    ]);
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(await offersOf(id)).toHaveLength(1);
  });

  it('asks for 30 days of rest after an offer, and before one', async () => {
    const { slug, id } = await room.bundle();
    await room.offer(id, 7000, -10, -5, 'Autumn');
    expect(await refusal(schedule(slug, offer(24.9, 28)))).toMatchObject({ code: 'offer_cooling_off' });
    await schedule(slug, offer(25.1, 28));
    expect((await refusal(schedule(slug, offer(57, 60)))).fields.startsAt).toMatch(
      /^“Spring” ends .* start on .* or later\.$/,
    );
  });

  it('does not count an offer that was called off', async () => {
    const { slug } = await room.bundle();
    const first = await schedule(slug, offer(1, 5));
    await room.get(CancelOffer).execute(first.id, admin);
    await schedule(slug, offer(2, 6));
  });

  it.each([
    ['ends before it starts', { startsAt: inDays(5), endsAt: inDays(4) }, 'offer_ends_before_start', 'endsAt'],
    [
      'ends as it starts',
      { startsAt: '2030-01-01T00:00Z', endsAt: '2030-01-01T00:00Z' },
      'offer_ends_before_start',
      'endsAt',
    ],
    ['starts in the past', { startsAt: inDays(-0.01) }, 'in_the_past', 'startsAt'],
    ['costs what the list price is', { price: usd(8000) }, 'offer_not_lower', 'price'],
    ['costs more', { price: usd(9000) }, 'offer_not_lower', 'price'],
    ['is in another currency', { price: { amount: 7000, currency: 'EUR' } }, 'currency_unknown', 'price'],
    ['starts at no time at all', { startsAt: 'soon' }, 'invalid_input', 'startsAt'],
    ['ends on a day that does not exist', { endsAt: '2030-02-30T09:00' }, 'invalid_input', 'endsAt'],
  ])('refuses one that %s', async (_name, change, code, field) => {
    const { slug, id } = await room.bundle();
    const refused = await refusal(schedule(slug, { ...offer(1, 5), ...change }));
    expect({ code: refused.code, fields: Object.keys(refused.fields) }).toEqual({ code, fields: [field] });
    expect(await offersOf(id)).toEqual([]);
  });

  it('compares with the list price that will hold when the offer starts', async () => {
    const { slug } = await room.bundle({
      prices: [
        [0, 8000],
        [3, 6000],
      ],
    });
    expect(await refusal(schedule(slug, offer(4, 6, 7000)))).toMatchObject({ code: 'offer_not_lower' });
    expect((await refusal(schedule(slug, offer(4, 6, 6000)))).fields.price).toContain('$60.00');
  });

  it('refuses one for a product without a price, or that does not exist', async () => {
    const { slug } = await room.bundle({ prices: [] });
    expect(await refusal(schedule(slug, offer(1, 2)))).toMatchObject({ code: 'product_without_price' });
    expect(await refusal(schedule('nothing-like-it', offer(1, 2)))).toMatchObject({ code: 'not_found' });
  });

  it('lets one that was sent a moment ago start now, not in the past', async () => {
    const { slug } = await room.bundle();
    const before = new Date();
    const made = await schedule(slug, { ...offer(0, 5), startsAt: new Date(Date.now() - 30_000).toISOString() });
    expect(made.startsAt.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1000);
  });
});

describe('calling an offer off', () => {
  it('works until it begins, twice like once', async () => {
    const { slug, id } = await room.bundle();
    const made = await schedule(slug, offer(1, 5));
    await room.get(CancelOffer).execute(made.id, admin);
    await room.get(CancelOffer).execute(made.id, admin);
    const told = (await room.facts('offer.cancelled')).filter((fact) => fact.offerId === made.id);
    expect(told).toEqual([{ offerId: made.id, productId: id, personId: admin }]);
  });

  it('is refused once it has begun: the price stands until its end', async () => {
    const { id, slug } = await room.bundle();
    const running = await room.offer(id, 7000, -1, 1);
    expect(await refusal(room.get(CancelOffer).execute(running, admin))).toMatchObject({ code: 'offer_begun' });
    expect(await priceNow(slug)).toMatchObject({ price: usd(7000) });
  });
});

describe('setting a list price', () => {
  const set = (slug: string, amount: number, effectiveAt?: string) =>
    room.get(SetListPrice).execute(slug, { price: usd(amount), effectiveAt, zone: 'UTC', reason: 'New year' }, admin);

  it('holds from now on, and is told', async () => {
    const { slug, id } = await room.bundle();
    await set(slug, 9000);
    expect(await priceNow(slug)).toEqual({ listPrice: usd(9000), price: usd(9000) });
    const told = (await room.facts('price.set')).filter((fact) => fact.productId === id);
    expect(told).toMatchObject([{ amount: 9000, currency: 'USD', personId: admin }]);
  });

  it('may hold from a later instant, and not from an earlier one', async () => {
    const { slug } = await room.bundle();
    await set(slug, 9000, inDays(2));
    expect(await priceNow(slug)).toMatchObject({ price: usd(8000) });
    expect(await refusal(set(slug, 9000, inDays(-1)))).toMatchObject({
      code: 'in_the_past',
      fields: { effectiveAt: expect.anything() as string },
    });
  });

  it('below a running offer takes the offer from sight, for it lowers nothing', async () => {
    const { slug, id } = await room.bundle();
    await room.offer(id, 7000, -1, 1);
    await set(slug, 6000);
    expect(await priceNow(slug)).toEqual({ listPrice: usd(6000), price: usd(6000) });
  });
});

describe('the prior price of what is stored', () => {
  it('is the lowest price of the 30 days before the offer', async () => {
    const { slug, id } = await room.bundle({
      prices: [
        [-60, 9900],
        [-20, 9000],
        [-5, 9900],
      ],
      onSaleSince: -60,
    });
    await room.offer(id, 6000, -1, 3);
    expect(await priceNow(slug)).toMatchObject({
      listPrice: usd(9900),
      price: usd(6000),
      priorPrice: usd(9000),
      percentOff: 33,
    });
  });

  it('does not exist for a product that came on sale 29 days before', async () => {
    const { slug, id } = await room.bundle({ prices: [[-60, 9900]], onSaleSince: -30 });
    await room.offer(id, 6000, -1, 3);
    expect(await priceNow(slug)).not.toHaveProperty('priorPrice');
  });
});

it('the price rises at the very instant at which the offer ends', async () => {
  const { slug } = await room.bundle();
  const endsAt = new Date(Date.now() + 1500);
  await schedule(slug, { ...offer(0, 1), endsAt: endsAt.toISOString() });
  const quotes = [];
  do {
    quotes.push(await room.get(QuoteBasket).execute({ items: [{ product: slug }] }));
  } while (new Date(quotes.at(-1)!.at).getTime() < endsAt.getTime() + 200);
  const wrong = quotes.filter((quote) => quote.total.amount !== (new Date(quote.at) < endsAt ? 7000 : 8000));
  expect(wrong).toEqual([]);
  expect(new Set(quotes.map((quote) => quote.total.amount))).toEqual(new Set([7000, 8000]));
});
