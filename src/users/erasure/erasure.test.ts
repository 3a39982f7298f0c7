import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certified, idOf } from '../../../test/fixtures/candidate.js';
import { Licences } from '../../../test/fixtures/licences.js';
import { Practice } from '../../../test/fixtures/practice.js';
import { Sales } from '../../../test/fixtures/sales.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { demoPassword } from '../../process/demo-people.js';
import { EnsurePerson } from '../ensure-person.js';
import { EraseDue } from './erase-due.js';
import { ErasePerson } from './erase-person.js';
import { ErasurePlan, usersErasure } from './erasure-plan.js';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  admin = await app.signIn('admin');
}, 60_000);
afterAll(() => app.close());

interface Somebody {
  id: string;
  email: string;
  client: Client;
}
let count = 0;
async function somebody(name = 'Somebody', roles: ('learner' | 'admin')[] = ['learner']): Promise<Somebody> {
  const email = `somebody-${(count += 1)}@erasure.test`;
  const id = await app.get(EnsurePerson).execute({ name, email, roles, password: demoPassword });
  return { id, email, client: await app.signIn(email) };
}
const ask = (client: Client, currentPassword = demoPassword) =>
  client.post('/api/account/erasure', { currentPassword });
const weekLater = (personId: string) =>
  app.db.rows(`UPDATE erasures SET due_at = due_at - interval '8 days' WHERE person_id = $1`, [personId]);
const eraseDue = () => app.get(EraseDue).execute();
const erased = async (personId: string) =>
  (await app.db.row<{ at: Date | null }>('SELECT erased_at AS at FROM people WHERE id = $1', [personId]))!.at !== null;

describe('asking', () => {
  it('needs the present password, says so by mail, and does nothing for a week', async () => {
    const { id, email, client } = await somebody();
    const wrong = await ask(client, 'not the password at all');
    expect([wrong.status, wrong.body.errors]).toEqual([422, { currentPassword: 'This is not your present password.' }]);
    expect((await ask(client)).status).toBe(202);
    expect((await ask(client)).status).toBe(202);
    const mails = await app.db.rows(`SELECT 1 FROM mails WHERE to_email = $1 AND kind = 'erasure-asked'`, [email]);
    expect(mails).toHaveLength(1);
    await eraseDue();
    expect(await erased(id)).toBe(false);
    expect((await client.get('/api/account/erasure')).body).toMatchObject({ dueAt: expect.any(String), holds: [] });
  });

  it('can be taken back, once, and asked for again', async () => {
    const { id, client } = await somebody();
    expect((await client.delete('/api/account/erasure')).status).toBe(404);
    await ask(client);
    expect((await client.delete('/api/account/erasure')).status).toBe(204);
    expect((await client.delete('/api/account/erasure')).status).toBe(404);
    await weekLater(id);
    await eraseDue();
    expect(await erased(id)).toBe(false);
    await ask(client);
    await weekLater(id);
    await eraseDue();
    expect(await erased(id)).toBe(true);
  });

  it('works by its pages, which say what goes and what stays', async () => {
    const { client } = await somebody();
    const page = await client.get('/account/erasure', { accept: 'text/html' });
    expect(page.text).toContain('What stays');
    const wrong = await client.form('/account/erasure', { currentPassword: '' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Enter your present password.')]);
    expect((await client.form('/account/erasure', { currentPassword: demoPassword })).status).toBe(303);
    expect((await client.get('/account/erasure', { accept: 'text/html' })).text).toContain('Keep my account');
    expect((await client.form('/account/erasure/withdrawal', {})).status).toBe(303);
  });

  it('by an admin for somebody else takes a reason, and tells the person', async () => {
    const { id, email } = await somebody();
    const address = `/admin/people/${id}/erasure`;
    expect((await admin.get(address, { accept: 'text/html' })).text).toContain(email);
    expect((await admin.form(address, { reason: ' ' })).status).toBe(422);
    expect((await admin.form(address, { reason: 'A signed letter.' })).status).toBe(303);
    expect(
      await app.db.rows(`SELECT 1 FROM mails WHERE to_email = $1 AND kind = 'erasure-asked'`, [email]),
    ).toHaveLength(1);
    expect((await admin.form(`${address}/withdrawal`, {})).status).toBe(303);
    await app.get(ErasePerson).execute(id);
    expect(await app.db.rows('SELECT reason FROM erasures WHERE person_id = $1', [id])).toEqual([{ reason: null }]);
    const own = await admin.post(`/api/admin/people/${await idOf(app, 'admin')}/erasure`, { reason: 'Me' });
    expect([own.status, own.body.code]).toEqual([403, 'own_erasure']);
  });

  it('is refused to the last admin', async () => {
    const answer = await ask(admin);
    expect([answer.status, answer.body.code]).toEqual([409, 'last_admin']);
    await expect(app.get(ErasePerson).execute(await idOf(app, 'admin'))).rejects.toMatchObject({ code: 'last_admin' });
  });

  it('waits while money or a case is open, and says why', async () => {
    const { id, client } = await somebody();
    const number = await certified(app, id);
    await client.post(`/api/cases/names/${number}`, { wanted: 'Another', text: 'Married' });
    await ask(client);
    await weekLater(id);
    await eraseDue();
    expect(await erased(id)).toBe(false);
    const { body } = await client.get('/api/account/erasure');
    expect(body.holds).toEqual(['A case that you opened is not answered yet. Withdraw it, or wait for the answer.']);
    await app.db.rows('UPDATE certificate_cases SET withdrawn_at = now() WHERE by = $1', [id]);
    await eraseDue();
    expect(await erased(id)).toBe(true);
  });
});

/** Tables in which this text stands, in whatever column. */
async function holding(text: string): Promise<string[]> {
  const tables = await app.db.rows<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const row = await app.db.row(
      `SELECT 1 FROM ${name} t WHERE strpos(lower(to_jsonb(t)::text), lower($1)) > 0 LIMIT 1`,
      [text],
    );
    if (row) found.push(name.replace('public.', ''));
  }
  return found;
}

describe('who is erased', () => {
  const canary = 'zqxcanary';
  /** As docs/erasure.md says, and what the stand-in for Stripe keeps in its own schema. */
  const kept = ['certificates', 'invoices', 'logbook_versions', 'stripe_events'];
  const everywhere = [
    ...['accommodations', 'certificate_cases', 'certificates', 'education_hours', 'licence_events', 'licences'],
    ...['logbook_versions', 'packets', 'people'],
  ];
  let person: Somebody;
  let number: string;
  let order: string;

  beforeAll(async () => {
    person = await somebody(`Zqxcanary Reyes`);
    const { id, client } = person;
    const reviewer = await app.signIn('examiner');
    const licence = await new Licences(app).taken(client, reviewer, `ZQXCANARY-7`, { holderName: 'Zqxcanary Reyes' });
    await reviewer.post(`/api/review/licences/${licence}/question`, { reason: `Who is ${canary}?` });
    await client.post(`/api/licences/${licence}/answer`, { answer: `I am ${canary}.` });
    const practice = new Practice(app);
    await client.post('/api/logbook', await practice.entryBody({ product: canary }));
    const preceptor = await practice.person('preceptor', 'learner');
    await practice.authority(preceptor.email);
    await practice.assign(preceptor.email, person.email);
    const { entry } = await practice.entry(client);
    const code = await client.post(`/api/logbook/${entry}/codes`, { preceptor: preceptor.id });
    expect([code.status, await holding(`zqxcanary reyes`)]).toEqual([
      expect.any(Number),
      expect.arrayContaining(['mails']),
    ]);
    number = await certified(app, id);
    const sales = new Sales(app);
    order = (await sales.sold(['botulinum-toxin-for-pain'], id)).number;
    const hours = await client.post('/api/certification-hours', {
      ...{
        title: canary,
        provider: canary,
        category: 'safety',
        hours: '1',
        heldOn: await practice.day(-3),
      },
    });
    const packet = await client.post('/api/packets', {
      recipient: canary,
      shows: ['licence'],
      certificates: [number],
      days: 7,
    });
    await client.form(`/certificates/${number}/listing`, { reach: 'directory' });
    const appeal = await client.post(`/api/cases/names/${number}`, {
      wanted: `${canary} Reyes`,
      text: `I am ${canary}`,
    });
    await app.db.rows('UPDATE certificate_cases SET withdrawn_at = now() WHERE by = $1', [id]);
    await app.db.rows(
      `INSERT INTO accommodations (id, person_id, reason, granted_by) VALUES (gen_random_uuid(), $1, $2, $3)`,
      [id, canary, await idOf(app, 'admin')],
    );
    expect([packet.status, appeal.status, hours.text]).toEqual([201, 201, expect.stringContaining('id')]);
    expect(await holding(canary)).toEqual(expect.arrayContaining(everywhere));
    await ask(client);
    await weekLater(id);
    await eraseDue();
    expect(await erased(id)).toBe(true);
  }, 60_000);

  it('is gone from every table but those that are kept on purpose', async () => {
    const left = await holding(canary);
    expect(left.filter((table) => !kept.includes(table) && !table.startsWith('stripe_sandbox.'))).toEqual([]);
    const addressed = await holding(person.email);
    expect(addressed.filter((table) => !kept.includes(table) && !table.startsWith('stripe_sandbox.'))).toEqual([]);
  });

  it('cannot sign in, in the words an unknown address gets, nor go on with a session', async () => {
    const visitor = app.client();
    const [theirs, unknown] = [
      await visitor.post('/api/session', { email: person.email, password: demoPassword }),
      await visitor.post('/api/session', { email: 'nobody@erasure.test', password: demoPassword }),
    ];
    expect([theirs.status, theirs.body.detail]).toEqual([unknown.status, unknown.body.detail]);
    expect((await person.client.get('/api/session')).status).toBe(401);
  });

  it('is found by no admin, and no mail goes there', async () => {
    expect((await admin.get(`/api/admin/people?search=${canary}`)).body.items).toEqual([]);
    expect((await admin.get('/api/admin/people?search=Erased')).body.items).toEqual([]);
    expect((await admin.get(`/api/admin/people/${person.id}`)).status).toBe(404);
  });

  it('can be verified as the holder of their certificate, and is in no directory', async () => {
    const facts = await app.client().get(`/verify/${number}`, { accept: 'application/json' });
    expect(facts.body).toMatchObject({ status: 'valid', holder: { name: 'Zqxcanary Reyes' } });
    expect((await app.client().get('/directory', { accept: 'text/html' })).text).not.toContain('Zqxcanary');
  });

  it('leaves the books as they were', async () => {
    const accountant = await app.signIn('accountant');
    const { body } = await accountant.get(`/api/books/payments?q=${order}`);
    expect(body.items).toEqual([
      expect.objectContaining({ orderNumber: order, amount: { amount: 9_900, currency: 'USD' } }),
    ]);
  });

  it('may sign up again with the same address, as a stranger', async () => {
    const again = app.client();
    const { email } = person;
    expect(
      (await again.post('/api/people', { name: 'New Start', email, password: 'cannula-orbit-lantern-73' })).status,
    ).toBe(201);
    await again.post('/api/session', { email, password: 'cannula-orbit-lantern-73' });
    expect((await again.get('/api/certificates')).body.items).toEqual([]);
    expect((await again.get('/api/orders')).body.items).toEqual([]);
  });

  it('is erased once: doing it again changes nothing', async () => {
    expect(await app.get(ErasePerson).execute(person.id)).toBe(false);
    const facts = await app.db.rows(`SELECT 1 FROM facts WHERE name = 'person.erased' AND data ->> 'personId' = $1`, [
      person.id,
    ]);
    expect(facts).toHaveLength(1);
  });
});

describe('the database', () => {
  it('has no table with words in it that is neither erased nor kept for a reason', async () => {
    const kept = new Set(readFileSync('docs/erasure.md', 'utf8').match(/(?<=`)[a-z_]+(?=`)/g));
    const steps = [...app.get(ErasurePlan).steps, ...usersErasure];
    const erases = new Set(steps.map(({ what }) => what.split(':')[0]));
    const tables = await app.db.rows<{ name: string }>(
      `SELECT r.relname AS name FROM pg_class r WHERE r.relkind = 'r' AND r.relnamespace = 'public'::regnamespace
         AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attnum > 0
           AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype, 'bytea'::regtype, 'inet'::regtype))`,
    );
    expect(tables.length).toBeGreaterThan(50);
    expect(tables.filter(({ name }) => !erases.has(name) && !kept.has(name))).toEqual([]);
  });

  it('lets words of append-only rows go, and nothing else of them change', async () => {
    const { id, client } = await somebody();
    const licence = await new Licences(app).entered(client, 'RN 77-1');
    const change = (set: string) => app.db.rows(`UPDATE licence_events SET ${set} WHERE licence_id = $1`, [licence]);
    for (const set of [`note = 'other'`, `note = '', kind = 'approved'`, `note = '', at = now()`])
      await expect(change(set)).rejects.toThrow('never changed');
    await change(`note = ''`);
    await expect(app.db.rows('DELETE FROM licence_events WHERE licence_id = $1', [licence])).rejects.toThrow();
    await expect(app.db.rows('DELETE FROM erasures')).rejects.toThrow();
    expect(await erased(id)).toBe(false);
  });

  it('lets one that fails keep nobody else waiting', async () => {
    const [first, second] = [await somebody(), await somebody()];
    for (const { id, client } of [first, second]) {
      await ask(client);
      await weekLater(id);
    }
    await app.db.execute(`CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.id = '${first.id}' AND NEW.erased_at IS NOT NULL THEN RAISE 'not this one'; END IF; RETURN NEW; END $$`);
    await app.db.execute(
      'CREATE TRIGGER refuse_one BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION refuse_one()',
    );
    await expect(eraseDue()).rejects.toThrow('not this one');
    expect([await erased(first.id), await erased(second.id)]).toEqual([false, true]);
    await app.db.execute('DROP TRIGGER refuse_one ON people');
    await eraseDue();
    expect(await erased(first.id)).toBe(true);
  });

  it('erases all or nothing when a room fails', async () => {
    const { id, client, email } = await somebody('Whole Person');
    await client.post('/api/certification-hours', { title: 'A course', provider: 'X', category: 'safety', hours: '1', heldOn: '2026-01-01' }); // prettier-ignore
    await app.db.rows(`ALTER TABLE sessions RENAME TO sessions_away`);
    await expect(app.get(ErasePerson).execute(id)).rejects.toThrow();
    await app.db.rows(`ALTER TABLE sessions_away RENAME TO sessions`);
    expect(await erased(id)).toBe(false);
    expect(await app.db.row('SELECT name, email FROM people WHERE id = $1', [id])).toEqual({
      name: 'Whole Person',
      email,
    });
  });
});

describe('after a restore', () => {
  const run = (command: string, ...parameters: string[]) =>
    new Promise<string>((done, failed) => {
      const env = {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        DATABASE_URL: app.databaseUrl,
        DATA_DIR: mkdtempSync(join(tmpdir(), 'glabella-erasures-')),
      };
      execFile(
        process.execPath,
        [`dist/src/commands/${command}.js`, ...parameters],
        { env },
        (error, stdout, stderr) => (error ? failed(new Error(stderr)) : done(stdout)),
      );
    });

  it('the list that was kept apart erases again whoever came back', async () => {
    const { id, email, client } = await somebody('Came Back');
    expect(await app.get(ErasePerson).execute(id)).toBe(true);
    const list = await run('export-erasures');
    expect(list).toMatch(new RegExp(`^${id} \\d{4}-`, 'm'));
    expect(list).not.toContain('@');
    await app.db.rows(`UPDATE people SET name = 'Came Back', email = $2, erased_at = NULL WHERE id = $1`, [id, email]);
    const file = join(mkdtempSync(join(tmpdir(), 'glabella-list-')), 'erasures.txt');
    writeFileSync(file, list);
    expect(await run('apply-erasures', file)).toMatch(/ on the list, 1 erased again\./);
    expect(await erased(id)).toBe(true);
    expect((await client.get('/api/session')).status).toBe(401);
  }, 60_000);
});
