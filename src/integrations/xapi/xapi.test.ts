import { IssueCertificates } from '../../certificates/index.js';
import { CompleteItem, type CompletedItem, GrantAccess } from '../../enrollment/index.js';
import { SubmitAttempt } from '../../quizzes/attempts/submit-attempt.js';
import { StartAttempt } from '../../quizzes/attempts/start-attempt.js';
import { exampleQuiz, importQuiz, newLearner, quiz } from '../../quizzes/quizzes.example.js';
import { newId } from '../../shared/index.js';
import { ErasePerson } from '../../users/index.js';
import { eventually, RecordStoreServer, testApp, type TestApp } from '../../../test/support/index.js';
import { type DueStatement, SendStatement } from './send-statement.js';
import { StateFacts } from './state-facts.js';

const somebody = async (app: TestApp) => {
  const id = newId();
  const address = `${id}@example.test`;
  await app.db.rows(`INSERT INTO people (id, email, name, password_hash) VALUES ($1, $2, 'Nora Quist', 'x')`, [
    id,
    address,
  ]);
  const course = await app.db.row<{ id: string }>(`SELECT id FROM courses WHERE slug = 'foundations'`);
  const given = { personId: id, sourceKind: 'test', sourceId: newId(), courseIds: [course!.id] };
  await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, given));
  return id;
};

/** Does all that there is to do in their course. */
const study = async (app: TestApp, personId: string) => {
  const items = await app.db.rows<CompletedItem>(
    `SELECT e.id AS "enrollmentId", i.value ->> 'slug' AS "itemSlug", i.value ->> 'kind' AS kind
     FROM enrollments e JOIN editions ed ON ed.id = e.edition_id, jsonb_array_elements(ed.outline) AS m,
       jsonb_array_elements(m -> 'items') AS i WHERE e.person_id = $1`,
    [personId],
  );
  for (const item of items) await app.db.transaction((tx) => app.get(CompleteItem).complete(tx, item));
};

describe('a learning record store', () => {
  let app: TestApp;
  const store = new RecordStoreServer();
  beforeAll(async () => {
    await store.listen();
    app = await testApp({ PROCESS: 'web', XAPI_ENDPOINT: store.url, XAPI_CREDENTIALS: store.credentials });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await store.close();
  });
  beforeEach(async () => {
    store.mood = 'store';
    store.log.length = 0;
    store.statements.clear();
    await app.db.rows('DELETE FROM xapi_statements');
  });

  /** Turns every fact of a person since then into a statement, as the workers do. */
  const tell = async (personId: string) => {
    const facts = await app.db.rows<any>(
      `SELECT id, name, data FROM facts WHERE data ->> 'personId' = $1
         OR data ->> 'certificateId' IN (SELECT id::text FROM certificates WHERE person_id = $1::uuid) ORDER BY id`,
      [personId],
    );
    const states = app.get(StateFacts);
    for (const fact of facts) {
      if (fact.name === 'enrollment.granted') await states.enrolled(fact);
      if (fact.name === 'lesson.completed') await states.lesson(fact);
      if (fact.name === 'attempt.graded') await states.graded(fact);
      if (fact.name === 'course.completed') await states.completed(fact);
      if (fact.name === 'certificate.issued') await states.issued(fact);
    }
  };
  const due = () => app.db.rows<DueStatement>('SELECT id, round, tries FROM xapi_statements ORDER BY written_at, id');
  const send = async () => {
    for (const one of await due()) await app.get(SendStatement).execute(one);
  };
  const kept = () => app.db.rows<any>('SELECT standing, tries, outcome, status FROM xapi_statements');
  it('is told of access, lessons, courses and certificates, each once, by account number alone', async () => {
    const personId = await somebody(app);
    await study(app, personId);
    await app.get(IssueCertificates).handle({ data: { personId } });
    await tell(personId);
    await tell(personId);
    await send();
    const statements = [...store.statements.values()];
    expect(store.log.every(({ status }) => status === 204)).toBe(true);
    const said = statements.map(({ verb, object }) => `${verb.display.en} ${object.definition.type.split('/').pop()}`);
    expect(said.filter((one) => one === 'completed lesson').length).toBeGreaterThan(1);
    for (const once of ['registered course', 'completed course', 'earned certificate'])
      expect(said.filter((one) => one === once)).toHaveLength(1);
    const all = JSON.stringify(statements);
    expect(all).not.toMatch(/Nora|Quist|@/);
    for (const { actor, context } of statements) {
      expect(actor.account).toEqual({ homePage: app.url, name: personId });
      expect(context.platform).toBe('Glabella');
    }
    const [lesson] = statements.filter(({ object }) => object.definition.type.endsWith('/lesson'));
    expect(lesson.context.contextActivities.parent[0].id).toBe(`${app.url}/courses/foundations`);
    expect(new Set(statements.flatMap(({ context }) => context.registration ?? [])).size).toBe(1);
  });

  it('is told how a quiz ended, with its score', async () => {
    await importQuiz(app, exampleQuiz());
    const learner = await newLearner(app);
    const attempt = await app.get(StartAttempt).execute({ personId: learner.personId, quiz });
    await app.get(SubmitAttempt).execute(learner.personId, attempt);
    await tell(learner.personId);
    await send();
    const graded = [...store.statements.values()].filter(({ object }) =>
      object.definition.type.endsWith('/assessment'),
    );
    expect(graded).toMatchObject([
      {
        verb: { id: 'http://adlnet.gov/expapi/verbs/failed' },
        result: { success: false, score: { scaled: 0, raw: 0, min: 0 } },
      },
    ]);
  });

  it('is told of a lesson when it is done, and not again when it is done again', async () => {
    const personId = await somebody(app);
    const enrollment = await app.db.row<{ id: string }>('SELECT id FROM enrollments WHERE person_id = $1', [personId]);
    const lesson = { enrollmentId: enrollment!.id, itemSlug: 'facial-layers', kind: 'lesson' as const };
    const done = () => app.db.transaction((tx) => app.get(CompleteItem).complete(tx, lesson));
    await done();
    await done();
    await tell(personId);
    await send();
    expect([...store.statements.values()].map(({ verb }) => verb.display.en).sort()).toEqual([
      'completed',
      'registered',
    ]);
  });

  it('keeps one statement however often it is sent, also when its answer was lost', async () => {
    await tell(await somebody(app));
    store.mood = 'forget-to-answer';
    await send();
    expect(await kept()).toEqual([{ standing: 'waiting', tries: 1, outcome: 'unreachable', status: null }]);
    store.mood = 'store';
    await send();
    expect(await kept()).toEqual([{ standing: 'stored', tries: 2, outcome: 'delivered', status: 204 }]);
    expect(store.statements.size).toBe(1);
    await send();
    expect(store.log).toHaveLength(2);
  });

  it('that stands still is tried again later, and at once when an admin says so', async () => {
    const admin = await app.signIn('admin');
    await tell(await somebody(app));
    store.mood = 'fail';
    for (let n = 0; n < 12; n += 1) await send();
    expect(await kept()).toEqual([{ standing: 'failed', tries: 12, outcome: 'answered', status: 503 }]);
    const page = await admin.get('/admin/statements', { accept: 'text/html' });
    expect(page.text).toContain('Send what is not stored now (1)');
    expect(page.text).toContain('refused by the receiver (503)');
    store.mood = 'store';
    expect((await admin.form('/admin/statements/replay', {})).headers.get('location')).toBe('/admin/statements');
    await send();
    expect((await admin.get('/api/admin/statements')).body).toMatchObject({
      waiting: 0,
      stored: 1,
      failed: 0,
      hasStore: true,
    });
    expect((await admin.post('/api/admin/statements/replay')).body).toEqual({ replayed: 0 });
  });

  it('that knows another password is asked again; one that finds a statement wrong is not', async () => {
    await tell(await somebody(app));
    store.credentials = 'school:another';
    await send();
    expect(await kept()).toEqual([{ standing: 'waiting', tries: 1, outcome: 'answered', status: 401 }]);
    store.credentials = 'school:pass:word';
    await app.db.rows(`UPDATE xapi_statements SET statement = jsonb_set(statement::jsonb, '{verb,id}', '"x"')::text`);
    await send();
    expect(await kept()).toEqual([{ standing: 'failed', tries: 2, outcome: 'answered', status: 400 }]);
  });

  it('is told nothing of somebody who was erased, not even what waited', async () => {
    const personId = await somebody(app);
    await tell(personId);
    expect(await due()).toHaveLength(1);
    expect(await app.get(ErasePerson).execute(personId)).toBe(true);
    expect(await due()).toEqual([]);
    await tell(personId);
    expect(await due()).toEqual([]);
  });
});

describe('without a store', () => {
  it('nothing is written, and the page says so', async () => {
    const app = await testApp({ PROCESS: 'web' });
    try {
      await app.get(StateFacts).enrolled({ id: newId(), name: 'enrollment.granted', data: { enrollmentId: newId() } });
      expect(await app.db.rows('SELECT 1 FROM xapi_statements')).toEqual([]);
      const page = await (await app.signIn('admin')).get('/admin/statements', { accept: 'text/html' });
      expect(page.text).toContain('No store is configured');
    } finally {
      await app.close();
    }
  }, 120_000);
});

describe('beside the workers', () => {
  it('statements go out by themselves', async () => {
    const store = new RecordStoreServer();
    await store.listen();
    const app = await testApp({ XAPI_ENDPOINT: `${store.url}/`, XAPI_CREDENTIALS: store.credentials });
    try {
      const personId = await somebody(app);
      await study(app, personId);
      await eventually(
        () => Promise.resolve(expect(JSON.stringify([...store.statements.values()])).toContain('/verbs/completed')),
        20_000,
      );
      expect([...store.statements.values()].every(({ actor }) => actor.account.name === personId)).toBe(true);
    } finally {
      await app.close();
      await store.close();
    }
  }, 120_000);
});
