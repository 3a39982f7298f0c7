import { BundlesRoom } from '../../../test/fixtures/bundles-room.js';

let room: BundlesRoom;
beforeAll(async () => void (room = await BundlesRoom.open()));
afterAll(() => room?.close());

describe('the database itself keeps the price history', () => {
  it.each(['UPDATE list_prices SET amount = 1', 'DELETE FROM list_prices', 'TRUNCATE list_prices CASCADE'])(
    '%s is refused',
    async (sql) => {
      await expect(room.db.rows(sql)).rejects.toThrow('append-only');
    },
  );

  it('no list price can be dated back, unless it says that it is a demonstration', async () => {
    const { id } = await room.bundle();
    const insert = (source: string) =>
      room.db.rows(
        `INSERT INTO list_prices (id, product_id, currency, amount, effective_at, source, reason)
         VALUES (gen_random_uuid(), $1, 'USD', 900, date_trunc('milliseconds', now()) - interval '2 minutes', $2, 'Test')`,
        [id, source],
      );
    await expect(insert('admin')).rejects.toThrow('ck_list_prices_not_backdated');
    await expect(insert('content')).rejects.toThrow('ck_list_prices_not_backdated');
    await expect(insert('demo')).resolves.toEqual([]);
  });

  it('an instant finer than a millisecond is refused: none would fall between two answers', async () => {
    const { id } = await room.bundle();
    const insert = room.db.rows(
      `INSERT INTO offers (id, product_id, currency, amount, name, during)
       VALUES (gen_random_uuid(), $1, 'USD', 1, 'x', tstzrange('2030-01-01 00:00:00.0005Z', '2030-01-02Z'))`,
      [id],
    );
    await expect(insert).rejects.toThrow('ck_offers_whole_milliseconds');
  });

  it.each([
    ['empty', 'empty'],
    ['without an end', '[2030-01-01,)'],
    ['without a start', '(,2030-01-01)'],
    ['endless by name', '[2030-01-01,infinity)'],
    ['closed at the end', '[2030-01-01,2030-01-02]'],
    ['open at the start', '(2030-01-01,2030-01-02)'],
  ])('an offer whose window is %s is refused', async (_name, window) => {
    const { id } = await room.bundle();
    const insert = room.db.rows(
      `INSERT INTO offers (id, product_id, currency, amount, name, during)
       VALUES (gen_random_uuid(), $1, 'USD', 1, 'x', $2::text::tstzrange)`,
      [id, window],
    );
    await expect(insert).rejects.toThrow('ck_offers_bounds');
  });
});

describe('the terms of an offer', () => {
  const changes = {
    amount: 'amount = amount + 1',
    product: `product_id = (SELECT id FROM products WHERE slug = 'basics')`,
    currency: `currency = 'EUR'`,
    start: `during = tstzrange(lower(during) - interval '1 day', upper(during))`,
    'later end': `during = tstzrange(lower(during), upper(during) + interval '1 day')`,
    'earlier end': `during = tstzrange(lower(during), upper(during) - interval '1 hour')`,
    name: `name = 'Another'`,
  };

  it.each(Object.entries(changes))('cannot be changed once it has begun, nor before: %s', async (_name, change) => {
    const { id } = await room.bundle();
    const running = await room.offer(id, 7000, -1, 1);
    const next = await room.offer(id, 7000, 40, 41);
    for (const offer of [running, next]) {
      await expect(room.db.rows(`UPDATE offers SET ${change} WHERE id = $1`, [offer])).rejects.toThrow(
        'terms of an offer',
      );
    }
  });

  it('once begun it can be called off no more; before it can, once and for good', async () => {
    const { id } = await room.bundle();
    const cancel = (offer: string) => room.db.rows('UPDATE offers SET cancelled_at = now() WHERE id = $1', [offer]);
    for (const offer of [await room.offer(id, 7000, -1, 1), await room.offer(id, 7000, -40, -39)]) {
      await expect(cancel(offer)).rejects.toThrow('has begun');
    }
    const next = await room.offer(id, 7000, 40, 41);
    await cancel(next);
    await expect(room.db.rows('UPDATE offers SET cancelled_at = NULL WHERE id = $1', [next])).rejects.toThrow(
      'was cancelled',
    );
  });

  it('never leave the record', async () => {
    await expect(room.db.rows('DELETE FROM offers')).rejects.toThrow('append-only');
    await expect(room.db.rows('TRUNCATE offers CASCADE')).rejects.toThrow('append-only');
  });

  it('exclude a second offer in the same time, and admit one that starts as the first ends', async () => {
    const { id } = await room.bundle();
    await room.db.rows(
      `INSERT INTO offers (id, product_id, currency, amount, name, during) VALUES
       (gen_random_uuid(), $1, 'USD', 1, 'first', '[2030-01-01,2030-01-02)')`,
      [id],
    );
    const second = (start: string) =>
      room.db.rows(
        `INSERT INTO offers (id, product_id, currency, amount, name, during)
         VALUES (gen_random_uuid(), $1, 'USD', 1, 'second', tstzrange($2, '2030-01-03'))`,
        [id, start],
      );
    await expect(second('2030-01-01T23:59:59.999')).rejects.toThrow('ex_offers_one_at_a_time');
    await expect(second('2030-01-02')).resolves.toEqual([]);
  });
});

describe('when a product could be bought', () => {
  const periods = (id: string) =>
    room.db.rows<{ open: boolean }>(
      'SELECT upper_inf(during) AS open FROM sale_periods WHERE product_id = $1 ORDER BY during',
      [id],
    );

  it('is written down by the database whenever the status changes', async () => {
    const { id } = await room.bundle();
    expect(await periods(id)).toEqual([{ open: true }]);
    await room.db.rows(`UPDATE products SET status = 'draft' WHERE id = $1`, [id]);
    expect(await periods(id)).toEqual([{ open: false }]);
    await room.db.rows(`UPDATE products SET status = 'published' WHERE id = $1`, [id]);
    await room.db.rows(`UPDATE products SET status = 'published' WHERE id = $1`, [id]);
    expect(await periods(id)).toEqual([{ open: false }, { open: true }]);
  });

  it('cannot be rewritten', async () => {
    const { id } = await room.bundle();
    await room.db.rows(`UPDATE products SET status = 'draft' WHERE id = $1`, [id]);
    await expect(room.db.rows('DELETE FROM sale_periods')).rejects.toThrow('append-only');
    await expect(room.db.rows(`UPDATE sale_periods SET during = tstzrange(lower(during), NULL)`)).rejects.toThrow(
      'append-only',
    );
  });
});
