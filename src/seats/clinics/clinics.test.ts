import { linkTo, mailsTo, openSeats, productOf } from '../../../test/fixtures/seats.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { EndAccess, GrantAccess } from '../../enrollment/index.js';
import { newId } from '../../shared/index.js';
import { PeopleQueries } from '../../users/index.js';
import { SuspendSeats, WithdrawSeats } from '../index.js';
import { RemindHolders } from '../invitations/remind-holders.js';

const passphrase = 'a long enough passphrase';
const html = { accept: 'text/html' };

describe('a clinic', () => {
  let app: TestApp;
  let manager: Client;
  let managerId: string;
  let stranger: Client;
  let member: Client;
  let memberId: string;
  let product: string;
  let count = 0;

  beforeAll(async () => {
    app = await testApp();
    [manager, stranger, member] = await Promise.all([
      app.signIn('learner'),
      app.signIn('author'),
      app.signIn('learner2'),
    ]);
    [managerId, memberId] = await Promise.all([
      idOf('learner@demo.glabella.test'),
      idOf('learner2@demo.glabella.test'),
    ]);
    product = await productOf(app.db);
  }, 120_000);
  afterAll(() => app.close());
  /** Everybody begins anew, and a day has passed. */
  afterEach(async () => {
    await app.db.rows('DELETE FROM progress');
    await app.db.rows('UPDATE enrollments SET completed_at = NULL');
    await app.db.rows(`UPDATE grants SET ended_at = now(), ended_reason = 'test' WHERE ended_at IS NULL`);
    await app.db.rows(`UPDATE clinics SET created_at = created_at - interval '1 day'`);
  });

  const idOf = async (email: string) => (await app.get(PeopleQueries).byEmail(email))!.id;
  const address = () => `nurse${(count += 1)}@clinic.test`;

  /** A clinic of the manager with so many seats. */
  const founded = async (quantity = 2, options: { courseSlugs?: string[] } = {}) => {
    const { id } = (await manager.post('/api/clinics', { name: 'Brow & Line Clinic' })).body as { id: string };
    const courseSlugs = options.courseSlugs ?? ['foundations', 'upper-face'];
    const bought = { kind: 'clinic', ownerId: managerId, clinicId: id, quantity, productId: product } as const;
    const sourceId = quantity > 0 ? await openSeats(app, { ...bought, courseSlugs }) : '';
    return { id, sourceId };
  };
  const assign = (clinic: string, people: { email: string; name?: string }[], who = manager) =>
    who.post(`/api/clinics/${clinic}/assignments`, { product, people });
  /** A seat that is held for a new address, or accepted by the member. */
  const held = async (clinic: string, accepted = false) => {
    const email = address();
    expect((await assign(clinic, [{ email, name: 'Nora Nurse' }])).status).toBe(204);
    const row = await app.db.row<{ id: string }>('SELECT id FROM seat_assignments WHERE email = $1', [email]);
    const token = await linkTo(app.db, email);
    if (accepted) expect((await member.post(`/api/invitations/${token}/acceptance`)).status).toBe(204);
    return { email, token, id: row!.id, path: `/api/clinics/${clinic}/assignments/${row!.id}` };
  };
  const counts = async (clinic: string) => (await manager.get(`/api/clinics/${clinic}`)).body.seats[0];
  const learning = async (person: Client) =>
    ((await person.get('/api/learning')).body.items as { course: { slug: string } }[]).map(({ course }) => course.slug);
  const study = async (slug: string, items: number | 'all') => {
    const rows = await app.db.rows<{ id: string; slugs: string[] }>(
      `SELECT e.id, ARRAY(SELECT item ->> 'slug' FROM jsonb_array_elements(ed.outline) p, jsonb_array_elements(p -> 'items') item) AS slugs
       FROM enrollments e JOIN courses c ON c.id = e.course_id JOIN editions ed ON ed.id = e.edition_id
       WHERE e.person_id = $1 AND c.slug = $2`,
      [memberId, slug],
    );
    const { id, slugs } = rows[0]!;
    const done = items === 'all' ? slugs : slugs.slice(0, items);
    await app.db.rows(
      `INSERT INTO progress (enrollment_id, item_slug, kind, completed_at) SELECT $1, s, 'lesson', now() FROM unnest($2::text[]) s`,
      [id, done],
    );
    if (items === 'all') await app.db.rows('UPDATE enrollments SET completed_at = now() WHERE id = $1', [id]);
    return Math.floor((done.length * 100) / slugs.length);
  };

  describe('assigns its seats', () => {
    it('to a pasted list, writes to everybody, and counts what is left', async () => {
      const { id } = await founded(3);
      const [first, second] = [address(), address()];
      const posted = await manager.form(`/clinics/${id}/assign`, {
        product,
        people: `${first}\nNora Nurse <${second}>`,
      });
      expect([posted.status, posted.headers.get('location')]).toEqual([303, `/clinics/${id}?done=assigned`]);
      expect(await counts(id)).toMatchObject({ bought: 3, free: 1, waiting: 2, accepted: 0, inStudy: 0, done: 0 });
      const [mail] = await mailsTo(app.db, second);
      expect(mail!.subject).toBe('Brow & Line Clinic has a seat for you');
      expect(mail!.text).toContain('Hello Nora Nurse');
      expect((await manager.get(`/clinics/${id}`, html)).text).toContain(second);
    });

    it('to all of a list or to nobody: it comes back as it was written, with the reason at each line', async () => {
      const { id } = await founded(3);
      const { email } = await held(id);
      const people = `fine@clinic.test\nno address\n\nFINE@clinic.test\n${email}`;
      const broken = await manager.form(`/clinics/${id}/assign`, { product, people });
      expect(broken.status).toBe(422);
      for (const part of ['Line 2: There is no e-mail address', 'no address', '#field-people-2', 'id="field-people-2"'])
        expect(broken.text).toContain(part);
      const doubled = await manager.form(`/clinics/${id}/assign`, {
        product,
        people: people.replace('no address\n', ''),
      });
      for (const part of ['Line 3: FINE@clinic.test is in the list twice.', `Line 4: ${email} has a seat already.`])
        expect(doubled.text).toContain(part);
      const api = await assign(id, [{ email: 'fine@clinic.test' }, { email }]);
      expect([api.status, api.body.code, api.body.errors]).toEqual([
        422,
        'people_refused',
        { 'people.1': `${email} has a seat already.` },
      ]);
      const none = await manager.form(`/clinics/${id}/assign`, { product, people: ' \n ' });
      expect(none.text).toContain('Name at least one person.');
      expect(await mailsTo(app.db, 'fine@clinic.test')).toEqual([]);
      expect(await counts(id)).toMatchObject({ free: 2 });
    });

    it('never to more people than there are seats', async () => {
      const { id } = await founded(2);
      const three = [address(), address(), address()].map((email) => ({ email }));
      const answer = await assign(id, three);
      expect([answer.status, answer.body.code, answer.body.free]).toEqual([409, 'not_enough_seats', 2]);
      expect(answer.body.detail).toBe('You named 3 people and 2 seats are free. Nobody was assigned.');
      const page = await manager.form(`/clinics/${id}/assign`, {
        product,
        people: three.map(({ email }) => email).join('\n'),
      });
      expect([page.status, page.text.includes(three[2]!.email)]).toEqual([422, true]);
    });

    it('of two managers who assign the last seat at once, one succeeds', async () => {
      const { id } = await founded(1);
      const answers = await Promise.all(Array.from({ length: 6 }, () => assign(id, [{ email: address() }])));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409, 409]);
      expect(await counts(id)).toMatchObject({ bought: 1, free: 0, waiting: 1 });
    });

    it('without telling who has an account here', async () => {
      const { id } = await founded(2);
      const [known, unknown] = [{ email: 'admin@demo.glabella.test' }, { email: address() }];
      const answers = [await assign(id, [known]), await assign(id, [unknown])];
      expect(answers[0]).toMatchObject({ status: answers[1]!.status, text: answers[1]!.text });
      const seats = (await manager.get(`/api/clinics/${id}/assignments`)).body.items as {
        name: string;
        state: string;
      }[];
      expect(seats.map(({ name, state }) => [name, state])).toEqual([
        ['', 'waiting'],
        ['', 'waiting'],
      ]);
    });

    it('not while their payment is in dispute', async () => {
      const { id, sourceId } = await founded(1);
      await app.db.transaction((tx) => app.get(SuspendSeats).suspend(tx, { sourceId, cause: 'dispute' }));
      expect((await assign(id, [{ email: address() }])).body.code).toBe('seat_paused');
      expect((await manager.get(`/clinics/${id}`, html)).text).toContain('Some seats are paused');
    });

    it('from two orders of the same product as one stock, and not those that were refunded', async () => {
      const { id, sourceId } = await founded(1);
      await openSeats(app, {
        kind: 'clinic',
        ownerId: managerId,
        clinicId: id,
        quantity: 1,
        productId: product,
        courseSlugs: ['foundations'],
      });
      expect(await counts(id)).toMatchObject({ bought: 2, free: 2 });
      const refund = { sourceId, reason: 'refund:1', at: new Date('2026-12-01T00:00:00Z') };
      await app.db.transaction((tx) => app.get(WithdrawSeats).withdraw(tx, refund));
      expect(await counts(id)).toMatchObject({ bought: 1, free: 1 });
      expect((await assign(id, [{ email: address() }, { email: address() }])).body.free).toBe(1);
    });

    it('a few times a day to changing people, but not as a way to send mail to strangers', async () => {
      const { id } = await founded(1);
      for (let mail = 0; mail < 23; mail += 1) {
        const { path } = await held(id);
        await manager.post(`${path}/recall`);
      }
      const refused = await assign(id, [{ email: address() }]);
      expect([refused.status, refused.body.code]).toEqual([429, 'too_many_mails']);
    });
  });

  describe('gives a member', () => {
    it('a page that says before accepting what the clinic will see', async () => {
      const { id } = await founded(1);
      const { token } = await held(id);
      const page = await app.client().get(`/seats/${token}`, html);
      for (const part of [
        'What Brow &amp; Line Clinic will see',
        'how far you are in each course',
        'It never sees your answers',
      ])
        expect(page.text).toContain(part);
      const { clinicSees } = (await app.client().get(`/api/invitations/${token}`)).body as { clinicSees: string[] };
      expect(clinicSees).toHaveLength(3);
    });

    it('its courses once accepted, and the clinic their name and progress, but not the address of their account', async () => {
      const { id } = await founded(1);
      const { path, email } = await held(id, true);
      expect((await learning(member)).sort()).toEqual(['foundations', 'upper-face']);
      expect((await manager.get(path)).body).toMatchObject({
        name: 'Tomás Okafor',
        email,
        state: 'accepted',
        progressPercent: 0,
      });
      const percent = await study('foundations', 3);
      const seen = (await manager.get(path)).body;
      expect(seen).toMatchObject({ state: 'in_study', hasCertificate: false, completedCourses: 0 });
      expect(seen.courses.find(({ title }: { title: string }) => /foundation/i.test(title)).progressPercent).toBe(
        percent,
      );
      const page = await manager.get(`/clinics/${id}`, html);
      expect(page.text).toContain('Tomás Okafor');
      expect(page.text).not.toContain('learner2@demo.glabella.test');
      expect(await counts(id)).toMatchObject({ accepted: 1, inStudy: 1, done: 0 });
    });

    it('a seat although they have the courses already, when they choose to show their progress', async () => {
      const { id } = await founded(1);
      const courses = await app.db.rows<{ id: string }>(
        `SELECT id FROM courses WHERE slug IN ('foundations', 'upper-face')`,
      );
      const own = {
        personId: memberId,
        sourceKind: 'order_line',
        sourceId: newId(),
        courseIds: courses.map((each) => each.id),
      };
      await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, own));
      const { token } = await held(id);
      expect((await member.get(`/seats/${token}`, html)).text).toContain('it lets the clinic see your progress');
      expect((await member.post(`/api/invitations/${token}/acceptance`)).status).toBe(204);
      await app.db.transaction((tx) =>
        app.get(EndAccess).end(tx, { ...own, reason: 'test', at: new Date('2026-12-01T00:00:00Z') }),
      );
      expect(await learning(member)).toHaveLength(2);
    });

    it('one seat for the same courses, also under two addresses', async () => {
      const { id } = await founded(2);
      await held(id, true);
      const second = await held(id);
      const refused = await member.post(`/api/invitations/${second.token}/acceptance`);
      expect([refused.status, refused.body.code]).toEqual([409, 'second_seat']);
      expect((await member.form(`/seats/${second.token}`, {})).text).toContain('You have a seat of this clinic');
      expect(await counts(id)).toMatchObject({ accepted: 1, waiting: 1 });
    });

    it('a way to stop sharing: the seat stays theirs, and the clinic sees nothing of their study', async () => {
      const { id } = await founded(1);
      const { id: seat, path } = await held(id, true);
      await study('foundations', 'all');
      await study('upper-face', 'all');
      expect((await manager.get(path)).body).toMatchObject({ state: 'done', progressPercent: 100 });
      expect((await member.form(`/seats/${seat}/sharing`, { shares: 'no' })).status).toBe(303);
      expect((await member.get('/clinics', html)).text).toContain('Not shared');
      expect((await manager.get(path)).body).toMatchObject({
        state: 'private',
        progressPercent: null,
        completedAt: null,
        hasCertificate: null,
        courses: [],
      });
      expect(await counts(id)).toMatchObject({ accepted: 1, done: 0 });
      const csv = await manager.get(`/api/clinics/${id}/assignments.csv`);
      expect(csv.text).toContain('Does not share');
      expect(csv.text).not.toContain('100');
      expect(await learning(member)).toHaveLength(2);
      expect((await member.put(`/api/seats/${seat}/sharing`, { shares: true })).status).toBe(204);
      expect((await manager.get(path)).body.state).toBe('done');
      expect((await stranger.put(`/api/seats/${seat}/sharing`, { shares: false })).status).toBe(404);
      expect((await member.get('/api/seats')).body.items[0]).toMatchObject({
        giver: 'Brow & Line Clinic',
        shares: true,
      });
    });

    it('a reminder after 14 days, once', async () => {
      const { id } = await founded(1);
      const { email } = await held(id);
      await app.db.rows(`UPDATE seat_assignments SET assigned_at = now() - interval '14 days' WHERE email = $1`, [
        email,
      ]);
      await app.get(RemindHolders).execute();
      await app.get(RemindHolders).execute();
      expect((await mailsTo(app.db, email)).map(({ kind }) => kind)).toEqual(['seat-reminder', 'seat-invitation']);
    });
  });

  describe('takes back a seat', () => {
    it('that nobody accepted: the link dies, the seat is free, a mail says so', async () => {
      const { id } = await founded(1);
      const { path, token, email } = await held(id);
      expect((await manager.post(`${path}/recall`)).status).toBe(204);
      expect((await manager.post(`${path}/recall`)).body.code).toBe('seat_ended');
      expect(await counts(id)).toMatchObject({ free: 1, waiting: 0 });
      const gone = await member.get(`/seats/${token}`, html);
      expect([gone.status, gone.text.includes('This seat was taken back')]).toEqual([410, true]);
      expect((await mailsTo(app.db, email))[0]!.text).toContain('Nothing that is open to you has changed');
    });

    it('that was accepted and not begun: its access ends, what another source gives stays, the mail says which', async () => {
      const { id } = await founded(1);
      const { path } = await held(id, true);
      const [course] = await app.db.rows<{ id: string }>(`SELECT id FROM courses WHERE slug = 'foundations'`);
      const own = { personId: memberId, sourceKind: 'order_line', sourceId: newId(), courseIds: [course!.id] };
      await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, own));
      const page = await manager.get(path.replace('/api', ''), html);
      expect(page.text).toContain('to 2 courses, and 1 seat is free again');
      expect((await manager.form(`${path.replace('/api', '')}/recall`, {})).status).toBe(303);
      expect(await learning(member)).toEqual(['foundations']);
      const [mail] = await mailsTo(app.db, 'learner2@demo.glabella.test');
      expect(mail!.text).toMatch(/Your access to Upper face has ended with it/);
    });

    it('not after a course was begun, and says why', async () => {
      const { id } = await founded(1);
      const { path } = await held(id, true);
      await study('foundations', 1);
      const refused = await manager.post(`${path}/recall`);
      expect([refused.status, refused.body.code]).toEqual([409, 'seat_in_use']);
      const page = await manager.form(`${path.replace('/api', '')}/recall`, {});
      expect([page.status, page.text.includes('A course of this seat was begun')]).toEqual([422, true]);
      expect(await learning(member)).toHaveLength(2);
      expect((await manager.post(`${path}/reassignment`, { email: address() })).body.code).toBe('seat_in_use');
    });

    it('and gives it again, also to the same person', async () => {
      const { id } = await founded(1);
      await manager.post(`${(await held(id, true)).path}/recall`);
      expect(await learning(member)).toEqual([]);
      await held(id, true);
      expect(await learning(member)).toHaveLength(2);
    });

    it('and passes it on in one step', async () => {
      const { id } = await founded(2);
      const [from, other, next] = [await held(id), await held(id), address()];
      const taken = await manager.form(`${from.path.replace('/api', '')}/reassignment`, {
        name: '',
        email: other.email,
      });
      expect([taken.status, taken.text.includes('This address has a seat for the same courses')]).toEqual([422, true]);
      expect((await member.get(`/seats/${from.token}`, html)).status).toBe(200);
      const passed = await manager.form(`${from.path.replace('/api', '')}/reassignment`, { name: 'Ines', email: next });
      expect(passed.headers.get('location')).toBe(`/clinics/${id}?done=passed`);
      expect((await member.get(`/seats/${from.token}`, html)).status).toBe(410);
      expect((await member.get(`/seats/${await linkTo(app.db, next)}`, html)).status).toBe(200);
      expect(await counts(id)).toMatchObject({ free: 0, waiting: 2 });
    });

    it('and sends an invitation again, to a corrected address', async () => {
      const { id } = await founded(1);
      const { path, token } = await held(id);
      const next = address();
      expect((await manager.form(`${path.replace('/api', '')}/invitations`, { email: 'wrong' })).text).toContain(
        'wrong',
      );
      expect((await manager.form(`${path.replace('/api', '')}/invitations`, { email: next })).status).toBe(303);
      expect((await member.get(`/seats/${token}`, html)).text).toContain('There is a newer link');
      expect((await mailsTo(app.db, next))[0]!.text).toContain('Hello Nora Nurse');
    });
  });

  describe('shows who is done', () => {
    it('searched, filtered, sorted and page by page, with the state in the address', async () => {
      const { id } = await founded(4);
      const emails = ['zoe@rows.test', 'abe@rows.test', 'mia@rows.test'];
      await assign(id, [
        { email: emails[0]!, name: 'Zoe' },
        { email: emails[1]!, name: 'Abe' },
        { email: emails[2]!, name: 'Mia' },
      ]);
      await held(id, true);
      await study('foundations', 2);
      const names = async (query: string) =>
        ((await manager.get(`/api/clinics/${id}/assignments?${query}`)).body.items as { name: string }[]).map(
          ({ name }) => name,
        );
      expect(await names('')).toEqual(['Abe', 'Mia', 'Tomás Okafor', 'Zoe']);
      expect(await names('sort=progress&limit=1')).toEqual(['Tomás Okafor']);
      expect(await names('state=waiting&q=ROWS.test&limit=2')).toEqual(['Abe', 'Mia']);
      expect(await names('state=waiting&q=ROWS.test&limit=2&after=2')).toEqual(['Zoe']);
      expect(await names('q=%25')).toEqual([]);
      for (const sort of ['state', 'assigned']) expect(await names(`sort=${sort}`)).toHaveLength(4);
      const page = await manager.get(`/clinics/${id}?state=in_study&sort=progress`, html);
      expect([page.text.includes('Tomás Okafor'), page.text.includes('Zoe')]).toEqual([true, false]);
      expect((await manager.get(`/clinics/${id}?state=nonsense`, html)).status).toBe(422);
      expect((await manager.get(`/api/clinics/${id}/assignments?sort=%27`)).status).toBe(400);
    });

    it('as CSV whose cells no spreadsheet runs', async () => {
      const { id } = await founded(2);
      await assign(id, [
        { email: '+cmd@rows.test', name: '=HYPERLINK(1)' },
        { email: 'plus@rows.test', name: 'Zoë "Z" O' },
      ]);
      const csv = await manager.get(`/api/clinics/${id}/assignments.csv`);
      expect(csv.headers.get('content-type')).toContain('text/csv');
      expect(csv.text).toContain(`'=HYPERLINK(1),'+cmd@rows.test,`);
      expect(csv.text).toContain('"Zoë ""Z"" O"');
      expect(csv.text.trim().split('\n')).toHaveLength(3);
    });
  });

  describe('has managers', () => {
    it('who invite others by mail; the last one cannot leave', async () => {
      const { id } = await founded(0);
      const refused = await manager.delete(`/api/clinics/${id}/managers/${managerId}`);
      expect([refused.status, refused.body.code]).toEqual([409, 'last_manager']);
      const asked = await manager.form(`/clinics/${id}/managers`, { email: 'second@clinic.test' });
      expect(asked.headers.get('location')).toBe(`/clinics/${id}/managers?done=asked`);
      const again = await manager.form(`/clinics/${id}/managers`, { email: 'SECOND@clinic.test' });
      expect([again.status, again.text.includes('was invited already')]).toEqual([422, true]);
      const token = await linkTo(app.db, 'second@clinic.test');
      expect((await app.client().get(`/managers/${token}`, html)).text).toContain(
        `/sign-in?next=${encodeURIComponent(`/managers/${token}`)}`,
      );
      const taken = await member.form(`/managers/${token}`, {});
      expect(taken.headers.get('location')).toBe(`/clinics/${id}`);
      expect((await member.post(`/api/manager-invitations/${token}/acceptance`)).status).toBe(204);
      expect((await stranger.post(`/api/manager-invitations/${token}/acceptance`)).body.code).toBe('link_gone');
      expect((await stranger.get(`/managers/${token}`, html)).status).toBe(410);
      expect(
        (await manager.post(`/api/clinics/${id}/managers`, { email: 'learner2@demo.glabella.test' })).body.code,
      ).toBe('already_manages');
      const leaving = await Promise.all([
        manager.delete(`/api/clinics/${id}/managers/${managerId}`),
        member.delete(`/api/clinics/${id}/managers/${memberId}`),
      ]);
      expect(leaving.map(({ status }) => status).sort()).toEqual([204, 409]);
    });

    it('who withdraw an invitation, and remove one another', async () => {
      const { id } = await founded(0);
      await manager.post(`/api/clinics/${id}/managers`, { email: 'third@clinic.test' });
      const { invited } = (await manager.get(`/api/clinics/${id}`)).body as { invited: { id: string }[] };
      const token = await linkTo(app.db, 'third@clinic.test');
      const path = `/clinics/${id}/manager-invitations/${invited[0]!.id}`;
      expect((await manager.form(`${path}/withdrawal`, {})).status).toBe(303);
      expect((await manager.delete(`/api${path}`)).status).toBe(404);
      expect((await member.get(`/managers/${token}`, html)).status).toBe(410);
      expect((await member.form(`/managers/${token}`, {})).status).toBe(410);
      await manager.post(`/api/clinics/${id}/managers`, { email: 'third@clinic.test' });
      await member.form(`/managers/${await linkTo(app.db, 'third@clinic.test')}`, {});
      expect((await manager.form(`/clinics/${id}/managers/${memberId}/removal`, {})).status).toBe(303);
      expect((await member.get(`/clinics/${id}`, html)).status).toBe(404);
      expect((await manager.delete(`/api/clinics/${id}/managers/${memberId}`)).status).toBe(404);
      expect((await app.client().get(`/managers/${'x'.repeat(43)}`, html)).status).toBe(404);
    });

    it('who have shown that their own address is theirs before strangers get mail from them', async () => {
      await app.client().post('/api/people', { name: 'Una', email: 'una@clinic.test', password: passphrase });
      const una = await app.signIn('una@clinic.test', passphrase);
      const { id } = (await una.post('/api/clinics', { name: 'Una' })).body as { id: string };
      const refused = await una.post(`/api/clinics/${id}/managers`, { email: 'x@clinic.test' });
      expect([refused.status, refused.body.code]).toEqual([422, 'unconfirmed']);
      for (const name of ['See www.evil.test', 'http://evil.test', ''])
        expect((await una.form('/clinics', { name })).status).toBe(422);
      for (let more = 1; more < 20; more += 1) await una.post('/api/clinics', { name: `Una ${more}` });
      expect((await una.post('/api/clinics', { name: 'One more' })).body.code).toBe('too_many_clinics');
    });
  });

  it('is nobody’s but its managers’: for everybody else, also an admin, nothing of it exists', async () => {
    const { id } = await founded(2);
    const other = await founded(2);
    const { path, id: seat } = await held(id);
    const foreign = `/api/clinics/${other.id}/assignments/${seat}`;
    expect((await manager.get(foreign)).status).toBe(404);
    for (const write of ['recall', 'invitations', 'reassignment']) {
      expect(
        (await manager.post(`${foreign}/${write}`, write === 'recall' ? undefined : { email: 'a@b.test' })).status,
      ).toBe(404);
    }
    for (const who of [stranger, await app.signIn('admin')]) {
      const answers = [
        await who.get(`/clinics/${id}`, html),
        await who.get(`/clinics/${id}/assign`, html),
        await who.get(`/clinics/${id}/managers`, html),
        await who.get(path.replace('/api', ''), html),
        await who.get(`/api/clinics/${id}`),
        await who.get(path),
        await who.get(`/api/clinics/${id}/assignments`),
        await who.get(`/api/clinics/${id}/assignments.csv`),
        await assign(id, [{ email: address() }], who),
        await who.post(`${path}/recall`),
        await who.post(`${path}/invitations`, { email: 'a@b.test' }),
        await who.post(`${path}/reassignment`, { email: 'a@b.test' }),
        await who.post(`/api/clinics/${id}/managers`, { email: 'a@b.test' }),
        await who.delete(`/api/clinics/${id}/managers/${managerId}`),
        await who.form(`/clinics/${id}/assign`, { product, people: 'a@b.test' }),
        await who.form(`/clinics/${id}/managers`, { email: 'a@b.test' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
      expect((await who.get('/api/clinics')).body).toEqual({ items: [] });
    }
    expect(await counts(id)).toMatchObject({ free: 1, waiting: 1 });
  });
});
