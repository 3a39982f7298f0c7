import fc from 'fast-check';
import { BundlesRoom } from '../../../test/fixtures/bundles-room.js';
import { DomainError, newId } from '../../shared/index.js';
import type { Quote } from '../quote/quote.js';
import { QuoteBasket } from '../quote/quote-basket.js';
import { ClaimTerms } from './claim-terms.js';

let room: BundlesRoom;
let admin: string;
beforeAll(async () => {
  room = await BundlesRoom.open();
  admin = await room.admin();
});
afterAll(() => room?.close());

const claims = () => room.get(ClaimTerms);
const claim = (quote: Quote, holderId = newId(), personId = newId()) =>
  room.db.transaction((tx) => claims().claim(tx, quote, { holderId, personId })).then(() => holderId);
const keep = (holderId: string) => room.db.transaction((tx) => claims().keep(tx, holderId));
const release = (holderId: string) => room.db.transaction((tx) => claims().release(tx, holderId));
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as DomainError).code,
  );
const counted = (outcomes: string[]) =>
  Object.fromEntries(
    [...new Set(outcomes)].sort().map((each) => [each, outcomes.filter((one) => one === each).length]),
  );

async function offerFor(seats: number | null) {
  const { slug, id } = await room.bundle();
  const offerId = await room.offer(id, 6000, -1, 1, 'Limited', seats);
  return { slug, offerId, quote: await quoted(slug) };
}
const quoted = (product: string, code?: string, at?: Date) =>
  room.get(QuoteBasket).execute({ items: [{ product }], code }, { at });

async function newCode(limits: { total?: number; person?: number } = {}): Promise<{ id: string; code: string }> {
  const id = newId();
  const code = `C-${id.slice(-12).toUpperCase()}`;
  await room.db.rows(
    `INSERT INTO codes (id, code, percent, note, during, total_limit, person_limit, with_offers, every_product, created_by)
     VALUES ($1, $2, 10, 'Test', tstzrange(now() - interval '1 day', now() + interval '1 day'), $3, $4, true, true, $5)`,
    [id, code, limits.total ?? null, limits.person ?? null, admin],
  );
  return { id, code };
}
const takenOf = async (offerId: string) =>
  (await room.db.row<{ taken: number }>(
    'SELECT coalesce(sum(quantity), 0)::int AS taken FROM offer_claims WHERE offer_id = $1 AND released_at IS NULL',
    [offerId],
  ))!.taken;

describe('the seats of an offer', () => {
  it('are never given to more than there are: 150 at once for 100', async () => {
    const { slug, offerId, quote } = await offerFor(100);
    const outcomes = await Promise.all(Array.from({ length: 150 }, () => outcome(claim(quote))));
    expect(counted(outcomes)).toEqual({ done: 100, offer_sold_out: 50 });
    expect(await takenOf(offerId)).toBe(100);
    expect((await quoted(slug)).total.amount).toBe(8000);
  }, 30_000);

  it('come back when their order ends unpaid, and the price with them', async () => {
    const { slug, quote } = await offerFor(1);
    const holder = await claim(quote);
    expect(await outcome(claim(quote))).toBe('offer_sold_out');
    await release(holder);
    expect((await quoted(slug)).total.amount).toBe(6000);
    await claim(quote);
  });

  it('are claimed, kept and released once by each order, however often it is said', async () => {
    const { offerId, quote } = await offerFor(2);
    const holder = await claim(quote);
    await claim(quote, holder);
    expect(await takenOf(offerId)).toBe(1);
    expect([await keep(holder), await keep(holder)]).toEqual([{ oversold: false }, { oversold: false }]);
    await release(holder);
    expect(await takenOf(offerId)).toBe(1);
  });

  it('are taken as many as there are in the line', async () => {
    const { slug, offerId } = await offerFor(5);
    const seats = (quantity: number) =>
      room.get(QuoteBasket).execute({ items: [{ product: slug, quantity }], purpose: 'seats' });
    const [three, four] = [await seats(3), await seats(4)];
    await claim(three);
    expect(await outcome(claim(four))).toBe('offer_sold_out');
    expect(await takenOf(offerId)).toBe(3);
    expect((await seats(3)).notes[0]).toContain('has 2 of its seats left');
  });

  it('are taken again by a late payment if there is one left, and never twice', async () => {
    const { offerId, quote } = await offerFor(1);
    const late = await claim(quote);
    await release(late);
    const other = await claim(quote);
    expect(await keep(late)).toEqual({ oversold: true });
    await release(other);
    expect(await keep(late)).toEqual({ oversold: false });
    expect(await takenOf(offerId)).toBe(1);
  });

  it('do not matter where there is no limit', async () => {
    const { offerId, quote } = await offerFor(null);
    await Promise.all(Array.from({ length: 20 }, () => claim(quote)));
    expect(await takenOf(offerId)).toBe(20);
  });

  it('are given back by the rest of a transaction that fails', async () => {
    const { offerId, quote } = await offerFor(1);
    const { code } = await newCode({ total: 1 });
    const both = await quoted(quote.lines[0]!.product.slug, code);
    await claim({ ...both, lines: [] });
    expect(await outcome(claim(both))).toBe('code_used_up');
    expect(await takenOf(offerId)).toBe(0);
  });
});

describe('the uses of a code', () => {
  it('are never more than its limit: 100 at once for 10', async () => {
    const { code } = await newCode({ total: 10 });
    const quote = await quoted('basics', code);
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => outcome(claim(quote))));
    expect(counted(outcomes)).toEqual({ code_used_up: 90, done: 10 });
    expect(await outcome(quoted('basics', code))).toBe('code_used_up');
  }, 30_000);

  it('are as many for one person as it says, paid or not, in however many tabs', async () => {
    const { code } = await newCode({ person: 1 });
    const quote = await quoted('basics', code);
    const person = newId();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcome(claim(quote, newId(), person))));
    expect(counted(outcomes)).toEqual({ code_used_by_you: 7, done: 1 });
    await claim(quote);
  });

  it('count against the same person in a quote once they are paid for', async () => {
    const { code } = await newCode({ person: 1 });
    const personId = newId();
    const asked = () => room.get(QuoteBasket).execute({ items: [{ product: 'basics' }], code }, { personId });
    const holder = await claim(await asked(), newId(), personId);
    await asked();
    await keep(holder);
    expect(await outcome(asked())).toBe('code_used_by_you');
  });

  it('end with the code, also for whoever has just been shown its price', async () => {
    const { id, code } = await newCode();
    const quote = await quoted('basics', code);
    await room.db.rows('UPDATE codes SET withdrawn_at = now(), withdrawn_by = $2 WHERE id = $1', [id, admin]);
    expect(await outcome(claim(quote))).toBe('code_ended');
  });

  it('do not come back to a late payment once somebody else has them', async () => {
    const { code } = await newCode({ total: 1 });
    const quote = await quoted('basics', code);
    const late = await claim(quote);
    await release(late);
    await claim(quote);
    expect(await keep(late)).toEqual({ oversold: true });
  });
});

it('after any sequence of claims, payments and endings no limit is passed', async () => {
  const step = fc.record({ act: fc.constantFrom('claim', 'keep', 'release'), who: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 16 }), async (seats, steps) => {
      const { offerId, quote } = await offerFor(seats);
      const holders = Array.from({ length: 6 }, () => newId());
      const kept = new Set<string>();
      for (const { act, who } of steps) {
        const holder = holders[who]!;
        if (act === 'claim') await outcome(claim(quote, holder));
        if (act === 'release') await release(holder);
        if (act === 'keep' && !(await keep(holder)).oversold) kept.add(holder);
        expect(await takenOf(offerId)).toBeLessThanOrEqual(seats);
      }
      const rows = await room.db.rows<{ holder: string }>(
        'SELECT holder_id AS holder FROM offer_claims WHERE offer_id = $1 AND kept_at IS NOT NULL AND released_at IS NULL',
        [offerId],
      );
      const stands = rows.map(({ holder }) => holder);
      expect(stands.every((holder) => kept.has(holder))).toBe(true);
    }),
    { numRuns: 15 },
  );
}, 60_000);

describe('the database itself', () => {
  it.each([
    'DELETE FROM offer_claims',
    'DELETE FROM code_claims',
    'DELETE FROM codes',
    `UPDATE codes SET percent = 99`,
  ])('refuses %s', async (sql) => {
    await newCode();
    await expect(room.db.rows(sql)).rejects.toThrow(/append-only|do not change|refused|cannot/i);
  });

  it('lets nobody add a product to a code that was given out', async () => {
    const { id } = await newCode();
    await expect(
      room.db.rows('INSERT INTO code_products (code_id, product_id) SELECT $1, id FROM products LIMIT 1', [id]),
    ).rejects.toThrow('do not change');
  });

  it('knows no two codes that look alike', async () => {
    const insert = (code: string) =>
      room.db.rows(
        `INSERT INTO codes (id, code, percent, note, during, with_offers, every_product)
         VALUES ($1, $2, 10, 'Test', tstzrange(now(), now() + interval '1 day'), true, true)`,
        [newId(), code],
      );
    await insert('SOLO-10');
    await expect(insert('50L0I0')).rejects.toThrow('uq_codes_key');
  });
});
