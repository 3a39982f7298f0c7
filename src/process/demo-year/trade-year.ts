import { setTimeout } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { ReconcilePayout, RunPlans } from '../../checkout/index.js';
import { Database } from '../../database/index.js';
import { KeepBooks, RecogniseRevenue } from '../../ledger/index.js';
import { completeCourses } from './complete-courses.js';
import type { Levers } from './levers.js';
import type { PlannedDay, PlannedOrder } from './plan-year.js';
import type { TimeTravel } from './time-travel.js';
import type { Bought, Trader } from './trader.js';

/** When people buy, in hours of the day. */
const hours = [7, 11, 15, 20];
/** How many buy at once. */
const atOnce = 6;
/** One in so many payouts is refused by the bank. */
const payoutFails = 17;
const currencies = ['usd', 'eur', 'gbp', 'jpy', 'kwd'];

interface Parts {
  app: INestApplicationContext;
  travel: TimeTravel;
  levers: Levers;
  trader: Trader;
  /** How many orders have been tried so far. */
  told: (done: number) => void;
}

/** Plays the planned days one after the other: purchases, what becomes of them, payouts, and the books kept each day. */
export async function tradeYear(days: readonly PlannedDay[], parts: Parts): Promise<void> {
  const { app, travel, trader, told } = parts;
  const fates = new Map<number, Bought[]>();
  const completions = new Map<number, Bought[]>();
  let done = 0;
  let payouts = 0;
  for (const [index, { at, orders }] of days.entries()) {
    for (const [part, hour] of hours.entries()) {
      await travel.to(new Date(at.getTime() + hour * 3_600_000));
      const bought = await together(quarter(orders, part), (order) => trader.buy(order));
      for (const each of bought.filter((one) => one !== undefined)) {
        const { fate, completedAfter } = each.planned;
        if (fate.what !== 'kept') note(fates, index + fate.after, each);
        if (completedAfter !== null) note(completions, index + completedAfter, each);
      }
    }
    await together(fates.get(index) ?? [], (each) => trader.meetFate(each));
    await together(completions.get(index) ?? [], ({ orderId }) => completeCourses(app, orderId));
    await app.get(RunPlans).execute();
    if (at.getUTCDay() === 1) payouts = await payOut(parts, payouts);
    await app.get(KeepBooks).execute();
    if (at.getUTCDate() === 1) await app.get(RecogniseRevenue).execute(at.toISOString().slice(0, 10));
    await quiet(app);
    told((done += orders.length));
  }
  await app.get(KeepBooks).execute();
}

const quarter = (orders: readonly PlannedOrder[], part: number): PlannedOrder[] =>
  orders.filter((_order, index) => index % hours.length === part);

function note(later: Map<number, Bought[]>, day: number, bought: Bought): void {
  later.set(day, [...(later.get(day) ?? []), bought]);
}

/** A few at a time. */
async function together<T, R>(things: readonly T[], act: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < things.length; from += atOnce) {
    results.push(...(await Promise.all(things.slice(from, from + atOnce).map(act))));
  }
  return results;
}

async function payOut({ app, levers }: Parts, before: number): Promise<number> {
  let payouts = before;
  for (const currency of currencies) {
    const id = await levers.payOut(currency);
    if (!id) continue;
    payouts += 1;
    if (payouts % payoutFails === 0) await levers.failPayout(id);
    await app.get(ReconcilePayout).execute(id);
  }
  return payouts;
}

/** Waits until the jobs of the day are done: invoices, mails, entries. */
async function quiet(app: INestApplicationContext): Promise<void> {
  const db = app.get(Database);
  for (;;) {
    const row = await db.row<{ waiting: number }>(
      `SELECT count(*) AS waiting FROM pgboss.job WHERE state < 'completed' AND start_after <= now()`,
    );
    if (row!.waiting === 0) return;
    await setTimeout(40);
  }
}
