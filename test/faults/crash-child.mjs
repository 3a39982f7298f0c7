// Runs one verb of the built product in a process of its own and kills that process (SIGKILL) at one statement:
// before it is sent, right after it was sent, or after its answer arrived. Prints how many statements the verb made.
import pg from 'pg';

const plan = JSON.parse(process.argv[2]);

const { createApp } = await import('../../dist/src/process/create-app.js');
const { readConfig } = await import('../../dist/src/shared/index.js');
const { StripeConnection } = await import('../../dist/src/checkout/index.js');

const config = readConfig({
  NODE_ENV: 'test',
  PROCESS: 'web',
  PORT: '0',
  BASE_URL: plan.baseUrl,
  DATABASE_URL: plan.databaseUrl,
  DATA_DIR: plan.dataDir,
  LOG_LEVEL: 'fatal',
});
const app = await createApp(config, plan.databaseUrl, new StripeConnection(plan.stripe));
await app.init();

const anywhere = { strict: false };
const verbs = {
  settle: async () => {
    const { SettleOrder } = await import('../../dist/src/checkout/index.js');
    return app.get(SettleOrder).execute(plan.sessionId);
  },
  issue: async () => {
    const { IssueCertificates } = await import('../../dist/src/certificates/index.js');
    return app.get(IssueCertificates).handle(plan.fact);
  },
  start: async () => {
    const { StartAttempt } = await import('../../dist/src/quizzes/attempts/start-attempt.js');
    return app.get(StartAttempt, anywhere).execute(plan.with);
  },
  save: async () => {
    const { SaveResponse } = await import('../../dist/src/quizzes/attempts/save-response.js');
    return app.get(SaveResponse, anywhere).execute(plan.with);
  },
  submit: async () => {
    const { SubmitAttempt } = await import('../../dist/src/quizzes/attempts/submit-attempt.js');
    return app.get(SubmitAttempt, anywhere).execute(plan.with.personId, plan.with.attemptId);
  },
  grade: async () => {
    const { GradeAnswer } = await import('../../dist/src/quizzes/examining/grade-answer.js');
    return app.get(GradeAnswer, anywhere).execute(plan.with);
  },
};

let statements = 0;
const query = pg.Client.prototype.query;
const die = () => process.kill(process.pid, 'SIGKILL');
pg.Client.prototype.query = function (...parameters) {
  statements += 1;
  if (statements !== plan.killAt) return query.apply(this, parameters);
  if (plan.phase === 'before') die();
  const answered = () => plan.phase === 'after' && die();
  // The pool asks with a callback, a transaction with a promise; neither gets its answer.
  const callback = typeof parameters.at(-1) === 'function';
  const answer = query.apply(this, callback ? [...parameters.slice(0, -1), answered] : parameters);
  if (plan.phase === 'during') setImmediate(die);
  if (!callback) void answer.finally(answered);
  return callback ? undefined : new Promise(() => undefined);
};

await verbs[plan.verb]();
process.stdout.write(`statements ${statements}\n`);
process.exit(0);
