import { BundlesRoom } from '../../../test/fixtures/bundles-room.js';
import type { DomainError } from '../../shared/index.js';
import { ProductQueries } from '../products/product.queries.js';
import { CancelOffer } from './cancel-offer.js';
import { ExtendOffer } from './extend-offer.js';
import { ScheduleOffer } from './schedule-offer.js';

let room: BundlesRoom;
let admin: string;
beforeAll(async () => {
  room = await BundlesRoom.open();
  admin = await room.admin();
});
afterAll(() => room?.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const extend = (id: string, endsAt: string, reason = 'our server was down for a day') =>
  room.get(ExtendOffer).execute(id, { endsAt, zone: 'UTC', reason }, admin);
const schedule = (slug: string, from: number, until: number, seats?: number) =>
  room.get(ScheduleOffer).execute(
    slug,
    {
      ...{ name: 'Spring', price: { amount: 7000, currency: 'USD' }, zone: 'UTC', seats },
      ...{ startsAt: inDays(from), endsAt: inDays(until) },
    },
    admin,
  );
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('it was not refused')),
    (thrown: unknown) => thrown as DomainError,
  );
const historyOf = async (slug: string) =>
  (await room.get(ProductQueries).withParts([slug])).find((product) => product.slug === slug)!.history;

describe('an extension', () => {
  it('moves the end, keeps the old one with its reason, who and when, and is told', async () => {
    const { slug, id: productId } = await room.bundle();
    const id = await room.offer(productId, 7000, -1, 2);
    const [before] = (await historyOf(slug)).offers;
    const endsAt = inDays(4);
    await extend(id, endsAt);
    expect((await historyOf(slug)).offers[0]).toMatchObject({
      endsAt: new Date(endsAt),
      extension: { oldEndsAt: before!.endsAt, reason: 'our server was down for a day' },
    });
    const [row] = await room.db.rows('SELECT extended_by FROM offer_extensions WHERE offer_id = $1', [id]);
    expect(row).toEqual({ extended_by: admin });
    expect(await room.facts('offer.extended')).toContainEqual(
      expect.objectContaining({ offerId: id, productId, personId: admin }),
    );
  });

  it('keeps the price down past the old end, and it rises at the new one', async () => {
    const { slug, id: productId } = await room.bundle();
    const id = await room.offer(productId, 7000, -1, 2);
    const endsAt = inDays(4);
    await extend(id, endsAt);
    const history = await historyOf(slug);
    const at = (ms: number) => history.priceAt(new Date(Date.parse(endsAt) + ms))!.amount;
    expect([history.priceAt(new Date(inDays(3)))!.amount, at(-1), at(0)]).toEqual([7000, 7000, 8000]);
  });

  it('is allowed once', async () => {
    const { id: productId } = await room.bundle();
    const id = await room.offer(productId, 7000, -1, 2);
    const tries = await Promise.allSettled([extend(id, inDays(3)), extend(id, inDays(4)), extend(id, inDays(5))]);
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(extend(id, inDays(9)))).toMatchObject({ code: 'offer_extended', kind: 'conflict' });
  });

  it('comes before the end, or not at all', async () => {
    const { id: productId } = await room.bundle();
    const id = await room.offer(productId, 7000, -3, -1);
    expect(await refusal(extend(id, inDays(4)))).toMatchObject({ code: 'offer_ended' });
  });

  it('is not there for an offer that was called off, or that nobody knows', async () => {
    const { slug } = await room.bundle();
    const { id } = await schedule(slug, 1, 2);
    await room.get(CancelOffer).execute(id, admin);
    expect(await refusal(extend(id, inDays(4)))).toMatchObject({ code: 'offer_cancelled' });
    expect(await refusal(extend(admin, inDays(4)))).toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['no later than the old end', inDays(1), 'extension_not_later'],
    ['at no time at all', 'some day', 'invalid_input'],
  ])('is refused if its end is %s', async (_name, endsAt, code) => {
    const { id: productId } = await room.bundle();
    const id = await room.offer(productId, 7000, -1, 2);
    expect(await refusal(extend(id, endsAt))).toMatchObject({ code, fields: { endsAt: expect.anything() as string } });
  });

  it('keeps 30 days of rest before the next offer, and does not run into it', async () => {
    const { slug, id: productId } = await room.bundle();
    const id = await room.offer(productId, 7000, -1, 2);
    await schedule(slug, 40, 45);
    const close = await refusal(extend(id, inDays(11)));
    expect(close).toMatchObject({ code: 'offer_cooling_off' });
    expect(close.fields.endsAt).toMatch(/^“Spring” starts .* end on .* or earlier\.$/);
    expect(await refusal(extend(id, inDays(41)))).toMatchObject({ code: 'offer_overlaps' });
    await extend(id, inDays(9.9));
  });

  it('and a new offer beside it at the same moment never come closer than the rest', async () => {
    const { slug, id: productId } = await room.bundle();
    const id = await room.offer(productId, 7000, -1, 2);
    const tries = await Promise.allSettled([extend(id, inDays(20)), schedule(slug, 33, 40)]);
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the database itself', () => {
  const insert = (id: string, from: string, until: string) =>
    room.db.rows(
      `INSERT INTO offer_extensions (offer_id, old_ends_at, new_ends_at, reason, extended_by)
       SELECT id, upper(during) + $2::interval, upper(during) + $3::interval, 'Test', $4 FROM offers WHERE id = $1`,
      [id, from, until, admin],
    );

  it('refuses an extension that is late, shortens, or begins elsewhere than at the end', async () => {
    const ended = await room.offer((await room.bundle()).id, 7000, -3, -1);
    await expect(insert(ended, '0', '3 days')).rejects.toThrow('stays ended');
    const running = await room.offer((await room.bundle()).id, 7000, -3, 1);
    await expect(insert(running, '0', '-1 hour')).rejects.toThrow('ck_offer_extensions_later');
    await expect(insert(running, '1 day', '2 days')).rejects.toThrow('begins at the end');
    await expect(insert(running, '0', '1 microsecond')).rejects.toThrow('whole_milliseconds');
    await insert(running, '0', '1 day');
    await expect(insert(running, '0', '1 day')).rejects.toThrow('pk_offer_extensions');
  });

  it.each([
    `UPDATE offer_extensions SET reason = 'Another'`,
    'DELETE FROM offer_extensions',
    `UPDATE offers SET during = tstzrange(lower(during), upper(during) + interval '1 day')
     WHERE id IN (SELECT offer_id FROM offer_extensions)`,
    'UPDATE offers SET seats = 7',
  ])('refuses %s', async (sql) => {
    await extend(await room.offer((await room.bundle()).id, 7000, -1, 2), inDays(3));
    await expect(room.db.rows(sql)).rejects.toThrow(/append-only|do not change/);
  });

  it('refuses an offer for no seat', async () => {
    await expect(schedule((await room.bundle()).slug, 1, 2, 0)).rejects.toThrow('ck_offers_seats');
  });
});
