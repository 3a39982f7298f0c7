import { Licences } from '../../test/fixtures/licences.js';
import { Practice, refused, signed } from '../../test/fixtures/practice.js';
import { type Client, eventually, testApp, type TestApp } from '../../test/support/index.js';
import { ImpartialExaminers } from '../quizzes/index.js';
import { Clock } from '../shared/index.js';
import { Impartiality, PracticeCounts } from './index.js';

let app: TestApp;
let practice: Practice;
beforeAll(async () => {
  app = await testApp();
  practice = new Practice(app);
}, 60_000);
afterAll(() => app.close());

const decide = (client: Client, decision: object) => client.post('/api/preceptor/decisions', decision);
const code = (status: number, is: string) => ({ status, body: { code: is } });
const denials = (entry: string) =>
  app.db.rows<{ why: string }>('SELECT why FROM sign_off_denials WHERE entry_id = $1 ORDER BY at', [entry]);
const countsOf = (personId: string) => app.get(PracticeCounts).of(personId);

describe('an entry of the logbook', () => {
  it('is written once however often it is sent, with exact doses, and never for a stranger’s eyes', async () => {
    const { learner } = await practice.pair();
    const body = await practice.entryBody({ id: '01890000-0000-7000-8000-00000000aaaa' });
    const [one, two] = await Promise.all([
      learner.client.post('/api/logbook', body),
      learner.client.post('/api/logbook', body),
    ]);
    expect([one.status, two.status, one.body.id, two.body.id]).toEqual([201, 201, body.id, body.id]);
    const { body: shown } = await learner.client.get(`/api/logbook/${body.id}`);
    expect(shown.versions).toHaveLength(1);
    expect(shown.versions[0].content.points[1].units).toBe('2.5');
    const stranger = await practice.person('learner');
    expect((await stranger.client.get(`/api/logbook/${body.id}`)).status).toBe(404);
    expect((await stranger.client.get(`/logbook/${body.id}`)).status).toBe(404);
    expect(await stranger.client.post('/api/logbook', body)).toMatchObject(code(409, 'id_reused'));
    expect((await stranger.client.post(`/api/logbook/${body.id}/withdrawal`, { reason: 'x' })).status).toBe(404);
  });

  it('is refused when it is older than 14 days, of tomorrow, or of a day that the database would not take', async () => {
    const { learner } = await practice.pair();
    const add = async (days: number) =>
      learner.client.post('/api/logbook', await practice.entryBody({ performedOn: await practice.day(days) }));
    expect((await add(-14)).status).toBe(201);
    for (const days of [-15, 1]) {
      const answer = await add(days);
      expect(answer).toMatchObject({ status: 422, body: { errors: { performedOn: expect.stringMatching(/day/) } } });
    }
    const backdated = app.db.rows(
      `INSERT INTO logbook_entries (id, person_id, procedure, performed_on, zone)
       VALUES (gen_random_uuid(), $1, 'lip-filler', current_date - 17, 'UTC')`,
      [learner.id],
    );
    await expect(backdated).rejects.toThrow('ck_logbook_entries_backdated');
  });

  it('comes back filled, with the reason at its field, when it may tell who the patient was', async () => {
    const { learner } = await practice.pair();
    const { points, ...fields } = await practice.entryBody({ indication: 'Lines of Mrs Kowalski' });
    const form = {
      ...fields,
      'map.points:json': JSON.stringify(points.map((point) => ({ ...point, product: 'used' }))),
    };
    const answer = await learner.client.form('/logbook/new/glabella-toxin', form);
    expect(answer.status).toBe(422);
    for (const said of ['This looks like a name.', 'Lines of Mrs Kowalski', '&#34;x&#34;:500000'])
      expect(answer.text).toContain(said);
    const right = { ...form, indication: 'Dynamic lines' } as unknown as Record<string, string>;
    const added = await learner.client.form('/logbook/new/glabella-toxin', right);
    expect(added.status).toBe(303);
    const shown = await learner.client.get(added.headers.get('location')!);
    for (const said of ['Dynamic lines', '6.5 units at 2 points', 'Harbour Clinic, Dublin'])
      expect(shown.text).toContain(said);
    expect((await learner.client.get('/logbook')).text).toContain('Waiting');
  });

  it('needs a point, its dose and its depth, each told at the map', async () => {
    const { learner } = await practice.pair();
    const point = { x: 1, y: 1, units: '4', depth: 'intramuscular' };
    const said = async (change: object, procedure = 'glabella-toxin') => {
      const body = await practice.entryBody({ procedure, points: [{ ...point, ...change }] });
      return (await learner.client.post('/api/logbook', body)).body.errors?.['map.points'];
    };
    expect(await said({ units: '0' })).toBe('Point 1: The dose is above zero.');
    expect(await said({ units: '501' })).toBe('Point 1: At most 500 units.');
    expect(await said({ units: '4,5' })).toMatch(/^Point 1: Write a decimal point/);
    expect(await said({ units: ' ' })).toBe('Point 1: Write the units.');
    expect(await said({}, 'lip-filler')).toMatch(/does not belong/);
    const without = await learner.client.form('/logbook/new/lip-filler', {
      ...((await practice.entryBody()) as unknown as Record<string, string>),
    });
    expect(without.text).toContain('Place a point for each injection.');
    expect((await learner.client.post('/api/logbook', await practice.entryBody({ procedure: 'none' }))).status).toBe(
      422,
    );
    expect((await learner.client.get('/logbook/new/none')).status).toBe(404);
  });
});

describe('a sign-off', () => {
  it('seals the version that was read, counts, is told once, and stays when the entry is amended', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    expect((await preceptor.client.get('/preceptor')).text).toContain(about.entry);
    const decision = signed(about);
    expect(await decide(preceptor.client, decision)).toMatchObject({ status: 200, body: { decision: 'signed' } });
    // Sent again on return from no network: the same decision.
    expect((await decide(preceptor.client, decision)).status).toBe(200);
    expect(await countsOf(learner.id)).toEqual([
      { procedure: 'glabella-toxin', signed: 1, last: await practice.day() },
    ]);
    const told = await app.db.rows(
      `SELECT data FROM facts WHERE name = 'practice.signed' AND data ->> 'personId' = $1`,
      [learner.id],
    );
    expect(told).toEqual([{ data: { personId: learner.id, procedure: 'glabella-toxin' } }]);
    const content = practice.content({ lot: 'C9' });
    const amended = await learner.client.post(`/api/logbook/${about.entry}/amendments`, {
      ...content,
      why: 'Misread lot.',
    });
    expect(amended).toMatchObject({ status: 201, body: { version: 2 } });
    const page = (await learner.client.get(`/logbook/${about.entry}`)).text;
    for (const said of ['As it was signed', 'lot C1234-C5', 'As it was amended since', 'lot C9', 'Misread lot.'])
      expect(page).toContain(said);
    expect(await countsOf(learner.id)).toHaveLength(1);
    expect(await decide(preceptor.client, signed(await practice.latest(learner.client, about.entry)))).toMatchObject(
      code(409, 'already_decided'),
    );
    expect(await learner.client.post(`/api/logbook/${about.entry}/withdrawal`, { reason: 'x' })).toMatchObject(
      code(409, 'signed_already'),
    );
    for (const table of ['sign_offs', 'logbook_versions', 'logbook_entries', 'preceptor_authorities']) {
      await expect(app.db.rows(`DELETE FROM ${table}`)).rejects.toThrow();
    }
    await expect(app.db.rows(`UPDATE sign_offs SET rating = 5`)).rejects.toThrow();
  });

  it('is refused and written down for one’s own entry, a learner of another, and outside of the authority', async () => {
    const { learner, preceptor } = await practice.pair();
    const own = await practice.entry(preceptor.client);
    const unassigned = await practice.entry((await practice.person('learner')).client);
    const elsewhere = await practice.entry(learner.client, { procedure: 'masseter-toxin' });
    for (const [about, why] of [
      [own, 'own-entry'],
      [unassigned, 'not-assigned'],
      [elsewhere, 'no-authority-that-day'],
    ] as const) {
      for (const decision of [signed(about), refused(about)]) {
        expect(await decide(preceptor.client, decision)).toMatchObject(code(403, 'may_not_sign'));
      }
      expect(await denials(about.entry)).toEqual([{ why }, { why }]);
      expect((await preceptor.client.get('/preceptor')).text).not.toContain(about.entry);
    }
    // One that never was is refused in the same words.
    const nobody = { ...own, entry: '01890000-0000-7000-8000-000000000000' };
    expect(await decide(preceptor.client, signed(nobody))).toMatchObject(code(403, 'may_not_sign'));
    const unread = await app.db.rows('SELECT id FROM sign_offs WHERE preceptor_id = $1', [preceptor.id]);
    expect(unread).toEqual([]);
  });

  it('needs authority on the day of the procedure and on the day of signing, within the licence', async () => {
    const [learner, preceptor] = [await practice.person('learner'), await practice.person('preceptor')];
    await practice.assign(preceptor.email, learner.email);
    const before = await practice.entry(learner.client, { performedOn: await practice.day(-5) });
    const today = await practice.entry(learner.client);
    await practice.authority(preceptor.email, { fromOn: await practice.day(-3) });
    expect(await decide(preceptor.client, signed(before))).toMatchObject(code(403, 'may_not_sign'));
    expect((await denials(before.entry)).at(-1)).toEqual({ why: 'no-authority-that-day' });
    expect((await decide(preceptor.client, signed(today))).status).toBe(200);
    // An authority that was, and one whose licence ran out, sign nothing today.
    const late = await practice.person('preceptor');
    await practice.assign(late.email, learner.email);
    const earlier = await practice.entry(learner.client, { performedOn: await practice.day(-5) });
    await practice.authority(late.email, { untilOn: await practice.day(-1) });
    await practice.authority(late.email, { licenceUntil: await practice.day(-1) });
    expect(await decide(late.client, signed(earlier))).toMatchObject(code(403, 'may_not_sign'));
    expect((await denials(earlier.entry)).at(-1)).toEqual({ why: 'no-authority-today' });
  });

  it('is made under no licence that was verified here and lapsed since', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const licence = await new Licences(app).verified(
      preceptor.client,
      await app.signIn('examiner'),
      preceptor.id.slice(-12),
    );
    expect((await preceptor.client.get('/preceptor')).text).toContain(about.entry);
    await app.db.rows(`UPDATE licences SET status = 'lapsed' WHERE id = $1`, [licence]);
    expect((await preceptor.client.get('/preceptor')).text).not.toContain(about.entry);
    expect(await decide(preceptor.client, signed(about))).toMatchObject(code(403, 'may_not_sign'));
    expect(await denials(about.entry)).toEqual([{ why: 'licence-lapsed' }]);
    await app.db.rows(`UPDATE licences SET status = 'verified' WHERE id = $1`, [licence]);
    expect((await decide(preceptor.client, signed(about))).status).toBe(200);
  });

  it('is made by one of two preceptors at once; the other is shown what stands', async () => {
    const { learner, preceptor } = await practice.pair();
    const second = await practice.person('preceptor');
    await practice.authority(second.email);
    await practice.assign(second.email, learner.email);
    for (let round = 0; round < 5; round += 1) {
      const about = await practice.entry(learner.client);
      const answers = await Promise.all([
        decide(preceptor.client, signed(about)),
        decide(second.client, round % 2 ? refused(about) : signed(about)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
        code: 'already_decided',
        standing: { version: 1, by: 'Someone', words: expect.arrayContaining(['Complications: None seen']) },
      });
    }
  });

  it('is not made of what was amended meanwhile: both versions are told', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const content = practice.content({ lot: 'NEW-1' });
    await learner.client.post(`/api/logbook/${about.entry}/amendments`, { ...content, why: 'Misread lot.' });
    const answer = await decide(preceptor.client, signed(about));
    expect(answer).toMatchObject(code(409, 'entry_amended'));
    expect(answer.body.standing.words.join()).toContain('lot NEW-1');
    const forged = { ...(await practice.latest(learner.client, about.entry)), hash: 'a'.repeat(64) };
    expect(await decide(preceptor.client, signed(forged))).toMatchObject(code(409, 'entry_amended'));
  });

  it('is refused with a reason, by mail; the amended entry waits again', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const { id, version, hash } = signed(about) as unknown as Record<string, string>;
    const form = { id, version: String(version), hash, decision: 'refused', reason: 'It was Anna Smith who did it' };
    const named = await preceptor.client.form(`/preceptor/entries/${about.entry}`, form as Record<string, string>);
    expect([named.status, named.text]).toEqual([422, expect.stringContaining('This looks like a name.')]);
    const given = await preceptor.client.form(`/preceptor/entries/${about.entry}`, {
      ...form,
      reason: 'Too deep.',
    } as Record<string, string>);
    expect(given.headers.get('location')).toBe('/preceptor?done=refused');
    expect((await preceptor.client.get('/preceptor?done=refused')).text).toContain('The learner was told why.');
    await eventually(async () => {
      const mails = await app.db.rows<{ text: string }>(
        `SELECT text FROM mails WHERE kind = 'sign-off-refused' AND to_email = $1`,
        [learner.email],
      );
      expect(mails.map(({ text }) => text).join()).toContain('The reason: Too deep.');
    });
    expect((await learner.client.get(`/logbook/${about.entry}`)).text).toContain('Not signed');
    const content = practice.content();
    await learner.client.post(`/api/logbook/${about.entry}/amendments`, { ...content, why: 'Depth corrected.' });
    const again = await practice.latest(learner.client, about.entry);
    expect((await decide(preceptor.client, signed(again))).status).toBe(200);
    expect((await decide(preceptor.client, { ...signed(again), id: 'no-uuid' })).status).toBe(400);
  });

  it('without a rating comes back with a sentence; taken back entries cannot be signed', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const { id, version, hash } = signed(about) as unknown as Record<string, string>;
    const unrated = await preceptor.client.form(`/preceptor/entries/${about.entry}`, {
      ...{ id: id!, version: String(version), hash: hash!, decision: 'signed' },
    });
    expect([unrated.status, unrated.text]).toEqual([422, expect.stringContaining('Choose how much help was needed.')]);
    await learner.client.post(`/api/logbook/${about.entry}/withdrawal`, { reason: 'Written twice.' });
    expect(await decide(preceptor.client, signed(about))).toMatchObject(code(409, 'entry_withdrawn'));
    expect((await learner.client.get(`/logbook/${about.entry}`)).text).toContain('Written twice.');
  });

  it('no longer counts when its authority is revoked, and goes on counting when it ends', async () => {
    const admin = await app.signIn('admin');
    const { learner, preceptor, authority } = await practice.pair();
    await decide(preceptor.client, signed(await practice.entry(learner.client)));
    const other = await practice.person('preceptor');
    const second = (await practice.authority(other.email)).body.id as string;
    await practice.assign(other.email, learner.email);
    await decide(other.client, signed(await practice.entry(learner.client)));
    const end = (id: string, kind: string) =>
      admin.post(`/api/admin/preceptors/authorities/${id}/end`, { kind, endReason: 'Left.' });
    expect((await end(second, 'ended')).status).toBe(204);
    expect(await countsOf(learner.id)).toMatchObject([{ signed: 2 }]);
    expect((await end(authority, 'revoked')).status).toBe(204);
    // The first end stands.
    expect((await end(authority, 'ended')).status).toBe(204);
    expect(await countsOf(learner.id)).toMatchObject([{ signed: 1 }]);
    expect(await decide(preceptor.client, signed(await practice.entry(learner.client)))).toMatchObject(
      code(403, 'may_not_sign'),
    );
    expect((await end('01890000-0000-7000-8000-000000000000', 'ended')).status).toBe(404);
  });
});

describe('a code', () => {
  const typed = (client: Client, entry: string, text: string) =>
    client.post(`/api/logbook/${entry}/sign-off`, { code: text });
  const made = async (client: Client, entry: string) =>
    (await client.post(`/api/preceptor/entries/${entry}/codes`)).body.code as string;

  it('shown by the preceptor signs on the learner’s phone, once', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const page = await preceptor.client.form(`/preceptor/entries/${about.entry}/code`, {});
    const shown = /class="practice-code"[^>]*>\s*(\d{4} \d{4})/.exec(page.text)![1]!;
    const answer = await learner.client.form(`/logbook/${about.entry}/sign-off`, { code: shown });
    expect(answer.status).toBe(303);
    expect(await countsOf(learner.id)).toMatchObject([{ signed: 1 }]);
    expect(await typed(learner.client, about.entry, shown)).toMatchObject(code(422, 'code_gone'));
    expect((await learner.client.get(`/logbook/${about.entry}`)).text).toContain('with a code');
    const stored = await app.db.rows('SELECT * FROM sign_off_codes WHERE entry_id = $1', [about.entry]);
    expect(JSON.stringify(stored)).not.toContain(shown.replace(' ', ''));
  });

  it('goes to the preceptor by mail, never to the learner', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const asked = await learner.client.post(`/api/logbook/${about.entry}/codes`, { preceptor: preceptor.id });
    expect([asked.status, asked.text]).toEqual([202, '']);
    const mail = await app.db.row<{ text: string }>(
      `SELECT text FROM mails WHERE kind = 'sign-off-code' AND to_email = $1`,
      [preceptor.email],
    );
    expect(mail!.text).toContain('lot C1234-C5');
    const sent = /Code: (\d{4} \d{4})/.exec(mail!.text)![1]!;
    expect((await typed(learner.client, about.entry, sent)).status).toBe(204);
    const strangers = await practice.person('preceptor');
    const other = await practice.entry(learner.client);
    expect(await learner.client.post(`/api/logbook/${other.entry}/codes`, { preceptor: strangers.id })).toMatchObject(
      code(403, 'may_not_sign'),
    );
    expect(await denials(other.entry)).toEqual([{ why: 'not-assigned' }]);
  });

  it('is gone after five wrong tries, after ten minutes, and once a newer one is made', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const right = await made(preceptor.client, about.entry);
    const wrong = right === '00000000' ? '11111111' : '00000000';
    const answers = [];
    for (let round = 0; round < 5; round += 1) answers.push(await typed(learner.client, about.entry, wrong));
    expect(answers.map(({ body }) => body.code)).toEqual(Array(5).fill('code_wrong'));
    expect(answers[0]!.body.detail).toContain('4 tries left');
    expect(await typed(learner.client, about.entry, right)).toMatchObject(code(422, 'code_gone'));
    const old = await made(preceptor.client, about.entry);
    await app.db.rows(`UPDATE sign_off_codes SET expires_at = now() WHERE entry_id = $1`, [about.entry]);
    expect(await typed(learner.client, about.entry, old)).toMatchObject(code(422, 'code_gone'));
    const [first, second] = [await made(preceptor.client, about.entry), await made(preceptor.client, about.entry)];
    if (first !== second)
      expect(await typed(learner.client, about.entry, first)).toMatchObject(code(422, 'code_wrong'));
    const stranger = await practice.person('learner');
    expect(await typed(stranger.client, about.entry, second)).toMatchObject(code(422, 'code_gone'));
    expect(await typed(learner.client, about.entry, 'abc')).toMatchObject({ status: 400 });
    expect((await typed(learner.client, about.entry, second)).status).toBe(204);
  });

  it('guessed at many times at once is compared five times', async () => {
    const { learner, preceptor } = await practice.pair();
    const about = await practice.entry(learner.client);
    const right = await made(preceptor.client, about.entry);
    const guesses = Array.from({ length: 12 }, (_, at) =>
      String((Number(right) + 1 + at) % 100_000_000).padStart(8, '0'),
    );
    const answers = await Promise.all(guesses.map((guess) => typed(learner.client, about.entry, guess)));
    expect(answers.filter(({ body }) => body.code === 'code_wrong')).toHaveLength(5);
  });

  it('signs nothing once the authority has ended or the entry changed, and is made ten times an hour at most', async () => {
    const admin = await app.signIn('admin');
    const { learner, preceptor, authority } = await practice.pair();
    const about = await practice.entry(learner.client);
    const content = practice.content();
    const before = await made(preceptor.client, about.entry);
    await learner.client.post(`/api/logbook/${about.entry}/amendments`, { ...content, why: 'x' });
    expect(await typed(learner.client, about.entry, before)).toMatchObject(code(409, 'entry_amended'));
    const last = await made(preceptor.client, about.entry);
    for (let round = 2; round < 10; round += 1) await made(preceptor.client, about.entry);
    expect(await preceptor.client.post(`/api/preceptor/entries/${about.entry}/codes`)).toMatchObject(
      code(429, 'too_many_codes'),
    );
    await app.db.rows(`UPDATE sign_off_codes SET made_at = now() - interval '2 hours' WHERE asked_by = $1`, [
      preceptor.id,
    ]);
    const fresh = await made(preceptor.client, about.entry);
    await admin.post(`/api/admin/preceptors/authorities/${authority}/end`, { kind: 'ended', endReason: 'Left.' });
    expect(last).toMatch(/^\d{8}$/);
    expect((await preceptor.client.post(`/api/preceptor/entries/${about.entry}/codes`)).status).toBe(404);
    expect(await typed(learner.client, about.entry, fresh)).toMatchObject(code(403, 'may_not_sign'));
    expect(await countsOf(learner.id)).toEqual([]);
  });
});

describe('authority', () => {
  it('is granted to preceptors alone, never to oneself, and not beyond what was seen', async () => {
    const learner = await practice.person('learner');
    expect(await practice.authority(learner.email)).toMatchObject(code(422, 'no_such_preceptor'));
    const both = await practice.person('admin', 'preceptor');
    const body = {
      ...{ email: both.email, procedures: ['lip-filler'], fromOn: await practice.day(), untilOn: await practice.day() },
      ...{ licenceUntil: await practice.day(), reason: 'x' },
    };
    expect(await both.client.post('/api/admin/preceptors/authorities', body)).toMatchObject(
      code(422, 'not_own_authority'),
    );
    const preceptor = await practice.person('preceptor');
    expect(await practice.authority(preceptor.email, { procedures: ['nose-job'] })).toMatchObject(
      code(422, 'no_such_procedure'),
    );
    for (const change of [
      { untilOn: await practice.day(-90) },
      { licenceUntil: await practice.day(-90) },
      { procedures: [] },
    ]) {
      expect((await practice.authority(preceptor.email, change)).status).toBe(400);
    }
    const admin = await app.signIn('admin');
    const form = await admin.form('/admin/preceptors/authorities', { email: preceptor.email, reason: 'Kept here' });
    expect([form.status, form.text]).toEqual([422, expect.stringContaining('Kept here')]);
    expect(form.text).toContain('Choose at least one procedure.');
  });

  it('covers learners that an admin gave, once, until they are taken away', async () => {
    const admin = await app.signIn('admin');
    const { learner, preceptor, assignment } = await practice.pair();
    expect(await practice.assign(preceptor.email, learner.email)).toMatchObject(code(422, 'already_assigned'));
    expect(await practice.assign(preceptor.email, preceptor.email)).toMatchObject(code(422, 'no_such_learner'));
    expect(await practice.assign(learner.email, preceptor.email)).toMatchObject(code(422, 'no_such_preceptor'));
    const about = await practice.entry(learner.client);
    const ended = await admin.form(`/admin/preceptors/assignments/${assignment}/end`, { endReason: 'Moved away.' });
    expect(ended.status).toBe(303);
    expect(await decide(preceptor.client, signed(about))).toMatchObject(code(403, 'may_not_sign'));
    expect((await admin.get('/admin/preceptors')).text).toContain('Moved away.');
    expect((await practice.assign(preceptor.email, learner.email)).status).toBe(201);
  });
});

describe('impartiality', () => {
  it('keeps away whoever taught or signed for somebody within the months, and themselves', async () => {
    const admin = await app.signIn('admin');
    const { learner, preceptor, assignment } = await practice.pair();
    const now = await app.get(Clock).now();
    const between = (at = now) => app.get(Impartiality).between(preceptor.id, learner.id, at);
    const later = (months: number) => new Date(now.getTime() + months * 31 * 86_400_000);
    expect(await between()).toContain('preceptor within 24 months');
    await decide(preceptor.client, signed(await practice.entry(learner.client)));
    expect(await between()).toContain('signed practical work');
    await admin.post(`/api/admin/preceptors/assignments/${assignment}/end`, { endReason: 'Done.' });
    expect(await between(later(23))).toContain('signed practical work');
    expect(await between(later(25))).toBeNull();
    const nobody = await practice.person('examiner');
    expect(await app.get(Impartiality).between(nobody.id, learner.id, now)).toBeNull();
    expect(await app.get(Impartiality).between(learner.id, learner.id, now)).toContain('themselves');
  });
});

describe('an examiner', () => {
  it('does not mark whom they taught', async () => {
    const { learner, preceptor } = await practice.pair();
    const examiners = app.get(ImpartialExaminers);
    await expect(examiners.refusePartial(preceptor.id, learner.id, app.db)).rejects.toMatchObject({
      code: 'partial_examiner',
    });
    const other = await practice.person('examiner');
    await expect(examiners.refusePartial(other.id, learner.id, app.db)).resolves.toBeUndefined();
  });
});

describe('the report of ratings', () => {
  it('tells a strict preceptor from a mild one where both rated, says when there are too few, and is safe in a spreadsheet', async () => {
    const admin = await app.signIn('admin');
    const { learner, preceptor } = await practice.pair();
    const mild = await practice.person('preceptor');
    await app.db.rows(`UPDATE people SET name = '=HYPERLINK("x")' WHERE id = $1`, [mild.id]);
    await practice.authority(mild.email, { procedures: ['lip-filler'] });
    await practice.assign(mild.email, learner.email);
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await practice.entry(learner.client, lips), await practice.entry(learner.client, lips)];
      await decide(preceptor.client, { ...signed(one), rating: 2 });
      await decide(mild.client, { ...signed(two), rating: 5 });
    }
    const { body } = await admin.get('/api/admin/preceptors/severity');
    const rowOf = (id: string) => body.items.find((row: { preceptorId: string }) => row.preceptorId === id);
    expect(rowOf(preceptor.id)).toMatchObject({ signed: 5, mean: 2, deviation: -3 });
    expect(rowOf(mild.id)).toMatchObject({ signed: 5, mean: 5, deviation: 3 });
    const page = (await admin.get('/admin/preceptors/severity')).text;
    for (const said of ['3.00 stricter', '3.00 milder', 'Too few to say']) expect(page).toContain(said);
    const csv = await admin.get('/api/admin/preceptors/severity/report.csv');
    expect(csv.text).toContain(`"'=HYPERLINK(""x"")",5,0,5,5.00,3.00`);
  });
});

const lips = { procedure: 'lip-filler', points: [{ x: 1, y: 1, units: '0.1', depth: 'subcutaneous' }] };
