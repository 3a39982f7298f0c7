import { createHmac, randomUUID } from 'node:crypto';
import { inParallel, request } from '../support/client.mjs';
import { cpuOf, cpuOfPostgres } from '../support/cpu.mjs';
import { medians } from '../support/figures.mjs';
import { connections, round } from '../support/load.mjs';
import { makeLearners } from '../support/people.mjs';
import { webhookSecret } from '../support/product.mjs';

const clients = 16;
/** Whatever is not settled by then is left: a rate far below the goal need not be measured for long. */
const patience = 15_000;

/** Paid orders about which we have not heard yet; then Stripe's signed events all at once, until every order is paid. */
export async function measureWebhooks({ sql, product, postgres, bundle, rounds, orders = 150 }) {
  await pull(product, 'webhooks', { mode: 'drop' });
  const seen = [];
  let last;
  for (const count of [48, ...Array(rounds).fill(orders)]) {
    const events = await paidOrders({ sql, product, bundle, count });
    last = events.at(-1);
    seen.push(await tell({ sql, product, postgres, events }));
    if (seen.at(-1).left > 0) break;
  }
  // The first few warm up, unless they were all that could be settled.
  if (seen.length > 1) seen.shift();
  const standIn = await round(retrieval(product, last.sessionId), postgres.pid, 3);
  return { ...medians(seen), standIn: standIn.cpu, lost: await lostAndDouble(sql) };
}

/** Ordered over the API and paid at the stand-in, which keeps silent about it. */
async function paidOrders({ sql, product, bundle, count }) {
  const learners = await makeLearners(sql, count);
  const sessions = await inParallel(connections, learners, async ({ cookie }) => {
    const json = { items: [{ product: bundle }] };
    const headers = { cookie, 'idempotency-key': randomUUID() };
    const order = await request(`${product.url}/api/orders`, { method: 'POST', headers, json });
    const session = /cs_[A-Za-z0-9_]+/.exec(order.body.checkoutUrl)[0];
    await pull(product, `sessions/${session}/pay`, {});
    return session;
  });
  const { rows } = await sql.query(
    `SELECT body, body #>> '{data,object,id}' AS "sessionId" FROM stripe_sandbox.events
     WHERE type = 'checkout.session.completed' AND body #>> '{data,object,id}' = ANY ($1)`,
    [sessions],
  );
  if (rows.length !== count) throw new Error(`${count} orders paid, ${rows.length} events`);
  return rows.map(({ body, sessionId }) => ({ payload: JSON.stringify(body), sessionId }));
}

async function tell({ sql, product, postgres, events }) {
  const before = { app: cpuOf(product.pid), postgres: cpuOfPostgres(postgres.pid) };
  const began = performance.now();
  const settled = allPaid(
    sql,
    events.map(({ sessionId }) => sessionId),
  );
  await inParallel(clients, events, ({ payload }) => send(product.url, payload));
  const accepted = performance.now() - began;
  const { paid, at } = await settled;
  const app = (cpuOf(product.pid) - before.app) / paid;
  const database = (cpuOfPostgres(postgres.pid) - before.postgres) / paid;
  return {
    left: events.length - paid,
    accepted: (events.length / accepted) * 1000,
    rate: (paid / (at - began)) * 1000,
    app,
    postgres: database,
    cpu: app + database,
  };
}

function send(url, payload) {
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', webhookSecret).update(`${at}.${payload}`).digest('hex');
  const headers = { 'stripe-signature': `t=${at},v1=${signature}` };
  return request(`${url}/stripe/events`, { method: 'POST', headers, text: payload });
}

/** How many of these orders were seen paid, and when the last one was. Looks often enough to be exact and seldom enough not to disturb. */
async function allPaid(sql, sessions) {
  const began = performance.now();
  for (;;) {
    const { rows } = await sql.query(
      `SELECT count(*)::int AS paid FROM orders WHERE checkout_session_id = ANY ($1) AND status = 'paid'`,
      [sessions],
    );
    const at = performance.now();
    if (rows[0].paid === sessions.length || at - began > patience) return { paid: rows[0].paid, at };
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** What the stand-in, which lives in the same process, spends to be asked about one session. */
const retrieval = (product, session) => ({
  name: 'stand-in',
  pid: product.pid,
  url: `${product.sandboxUrl}/v1/checkout/sessions/${session}?expand[]=payment_intent.latest_charge`,
  headers: { authorization: 'Bearer sk_test_sandbox' },
});

/** Speed that loses or doubles anything is none. */
async function lostAndDouble(sql) {
  const { rows } = await sql.query(
    `SELECT count(*)::int AS wrong FROM orders o WHERE o.status = 'paid' AND (
       (SELECT count(*) FROM payments p WHERE p.order_id = o.id) <> 1
       OR (SELECT count(*) FROM grants g JOIN order_lines l ON l.id::text = g.source_id WHERE l.order_id = o.id)
         <> (SELECT count(*) FROM order_line_courses c JOIN order_lines l ON l.id = c.order_line_id WHERE l.order_id = o.id))`,
  );
  return rows[0].wrong;
}

const pull = (product, lever, json) => request(`${product.sandboxUrl}/_sandbox/${lever}`, { method: 'POST', json });
