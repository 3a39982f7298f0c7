import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

const recording = new AsyncLocalStorage();
const query = pg.Client.prototype.query;

/** Notes what is sent on behalf of a recording; everything else passes at the cost of one look. */
pg.Client.prototype.query = function (...sent) {
  const statements = recording.getStore();
  if (statements) {
    const [first, second] = sent;
    const { text, values } = typeof first === 'string' ? { text: first, values: second } : first;
    statements.push({ text, values: Array.isArray(values) && values.length > 0 ? values : undefined });
  }
  return query.apply(this, sent);
};

const notForGood = new Error('only to see the statements');
const frame = /^\s*(START TRANSACTION|BEGIN|COMMIT|ROLLBACK)\b/i;

/** Every statement, with parameters, that is sent on behalf of `work`. */
export async function recorded(work) {
  const statements = [];
  await recording.run(statements, work);
  return statements;
}

/** The statements, with parameters, by which the product settles this order, learnt without settling it. */
export async function record({ db, settle }, state) {
  const statements = [];
  const tried = recording.run(statements, () =>
    db.transaction(async (tx) => {
      await settle.apply(tx, state);
      // Registered last: facts and jobs have been written by then.
      tx.beforeCommit(() => Promise.reject(notForGood));
    }),
  );
  await tried.catch((error) => {
    if (error !== notForGood) throw error;
  });
  return statements.filter(({ text }) => !frame.test(text));
}
