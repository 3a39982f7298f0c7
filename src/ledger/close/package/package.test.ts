import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import yauzl from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { Closing } from '../../../../test/fixtures/closing.js';
import { Sales } from '../../../../test/fixtures/sales.js';
import { type Client, testApp, type TestApp } from '../../../../test/support/index.js';
import { ReconcilePayment, RefundOrder } from '../../../checkout/index.js';
import { lastDay } from '../../journal/months.js';
import { monthAddress } from '../checklist-words.js';
import { DecideReopening } from '../decide-reopening.js';
import { AskReopening } from '../ask-reopening.js';
import { PrepareClosing } from '../prepare-closing.js';
import type { FileRecord } from './package-file.js';
import { PackMonth } from './pack-month.js';

/** The files of an archive by name, in their order. */
async function unzipped(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(archive);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

describe('the package of a closed month', () => {
  let app: TestApp;
  let books: Closing;
  let accountant: Client;
  let month: string;
  const pack = async () => buffer((await app.get(PackMonth).execute(month)).bytes);
  const rows = (files: Map<string, Buffer>, name: string): Record<string, string>[] =>
    parse(files.get(name)!, { columns: true });
  const cents = (text: string | undefined) => Math.round(Number(text || 0) * 100);
  const sum = (some: Record<string, string>[], column: string) =>
    some.reduce((total, row) => total + cents(row[column]), 0);

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    books = await Closing.open(app);
    accountant = await app.signIn('accountant');
    month = books.month(1);
    const sales = new Sales(app);
    await sales.stripe.webhooks('drop');
    const [kept, given] = [await sales.sold(['cosmetic-injector-certification']), await sales.sold(['foundations'])];
    await books.booked(month);
    await app.get(RefundOrder).execute({
      ...{ orderId: given.orderId, cause: 'staff', by: null, note: 'A test', lineIds: given.lines, closes: true },
    });
    const disputed = await sales.sold(['foundations']);
    await sales.stripe.dispute(disputed.charge);
    await app.get(ReconcilePayment).execute(disputed.paymentIntent);
    await books.booked(lastDay(month));
    await app.db.rows('UPDATE deferrals SET starts_on = $1 WHERE order_id = $2', [month, kept.orderId]);
    await app.db.rows(
      `INSERT INTO payouts (id, amount, currency, status, is_automatic, created_at, arrives_at, read_at, reconciled_at, transactions_net)
       VALUES ('po_one', 1000, 'USD', 'paid', true, $1, $1, now(), now(), 1000)`,
      [month],
    );
  }, 120_000);
  afterEach(async () => expect(await books.damages()).toEqual([]));
  afterAll(() => app.close());

  it('is there once the month is closed, for which its revenue has to be recognised', async () => {
    await expect(pack()).rejects.toMatchObject({ code: 'not_closed' });
    expect((await books.item(month, 'recognition')).passed).toBe(false);
    await expect(books.close(month)).rejects.toMatchObject({
      data: { checks: expect.arrayContaining(['recognition', 'balance']) },
    });
    await app.get(PrepareClosing).execute();
    expect(await books.failing(month)).toEqual([]);
    await books.close(month);
    expect((await accountant.get('/api/books/close/2019-1/package.zip')).status).toBe(400);
    expect((await accountant.get('/api/books/close/2020-01/package.zip')).status).toBe(404);
    expect((await accountant.get(`/api${monthAddress(books.month(0))}/package.zip`)).body.code).toBe('not_closed');
  });

  it('holds what its manifest says, and its files agree with each other', async () => {
    const answer = await accountant.get(`/api${monthAddress(month)}/package.zip`);
    expect(answer.headers.get('content-disposition')).toContain(`books-${month.slice(0, 7)}.zip`);
    const files = await unzipped(await pack());
    const manifest = JSON.parse(files.get('manifest.json')!.toString());
    expect([...files.keys()]).toEqual([...manifest.files.map(({ name }: FileRecord) => name), 'manifest.json']);
    expect(manifest).toMatchObject({ month: month.slice(0, 7), closed: { by: 'Conor Fields', note: 'For a test' } });
    for (const { name, sha256, bytes, rows: count, totals } of manifest.files as FileRecord[]) {
      const file = files.get(name)!;
      expect([name, file.length]).toEqual([name, bytes]);
      expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
      const lines = rows(files, name).filter(({ Kind }) => Kind !== 'control');
      expect([name, lines.length]).toEqual([name, count]);
      for (const [column, total] of Object.entries(totals.USD ?? {})) {
        expect([name, column, sum(lines, column)]).toEqual([name, column, cents(total)]);
      }
    }
    const trial = rows(files, 'trial-balance.csv');
    expect(sum(trial, 'Debit')).toBe(sum(trial, 'Credit'));
    const deferred = trial.find(({ Account }) => Account === '2100');
    expect(sum(rows(files, 'deferred-revenue.csv'), 'Deferred')).toBe(cents(deferred!.Credit));
    const rolled = rows(files, 'roll-forward.csv');
    expect(sum(rolled, 'Closing')).toBe(cents(deferred!.Credit));
    for (const row of rolled) {
      const moved = ['Opening', 'Sold', 'Recognised', 'Refunded', 'Disputed', 'Other'].map((column) =>
        cents(row[column]),
      );
      expect(moved.reduce((total, each) => total + each, 0)).toBe(cents(row.Closing));
    }
    const registers = ['payments', 'refunds', 'disputes', 'payouts', 'suspense', 'fees-and-by-hand'];
    const cash = registers.reduce((total, name) => total + sum(rows(files, `${name}.csv`), 'Stripe balance'), 0);
    expect(cash).toBe(cents(trial.find(({ Account }) => Account === '1100')!.Debit));
    expect(registers.slice(0, 3).map((name) => rows(files, `${name}.csv`).length)).toEqual([3, 1, 1]);
    expect(rows(files, 'payout-reconciliation.csv')).toEqual([
      expect.objectContaining({ Payout: 'po_one', Matched: 'matched', Amount: '10.00' }),
    ]);
    expect(rows(files, 'checklist.csv').every(({ Holds }) => Holds === 'yes')).toBe(true);
  });

  it('has the same bytes however often it is made, also when something comes in late or somebody asks to reopen', async () => {
    const first = await pack();
    await app.db.rows(`UPDATE payouts SET status = 'failed' WHERE id = 'po_one'`);
    await books.posted(month);
    await app.get(AskReopening).execute({ month, by: books.accountantId, note: 'Why' });
    await app.db.rows(`UPDATE people SET name = 'Another Name' WHERE id = $1`, [books.accountantId]);
    expect((await pack()).equals(first)).toBe(true);
    await app.get(DecideReopening).execute({ month, by: books.secondId, decision: 'reopening_declined', note: 'No' });
    expect((await pack()).equals(first)).toBe(true);
  });

  it('breaks off where the month is opened again while it is written', async () => {
    const written = await app.db.transaction(async (tx) => {
      // The file of the deferrals waits until the month is open again.
      await tx.rows('LOCK TABLE deferrals');
      const { bytes } = await app.get(PackMonth).execute(month);
      const whole = buffer(bytes).catch((error: unknown) => error);
      await app.get(AskReopening).execute({ month, by: books.accountantId, note: 'Why' });
      await app.get(DecideReopening).execute({ month, by: books.secondId, decision: 'reopened', note: 'Yes' });
      return { whole };
    });
    expect(await written.whole).toMatchObject({ code: 'not_closed' });
  });
});
