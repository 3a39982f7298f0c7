import { linkTo, mailsTo, openSeats } from '../../../test/fixtures/seats.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { newId } from '../../shared/index.js';
import { PeopleQueries } from '../../users/index.js';
import { SuspendSeats, WithdrawSeats } from '../index.js';
import { RemindHolders } from '../invitations/remind-holders.js';

const passphrase = 'a long enough passphrase';
const message = 'Well done on the exam!';

describe('a gift', () => {
  let app: TestApp;
  let giver: Client;
  let giverId: string;
  let taker: Client;
  let count = 0;

  beforeAll(async () => {
    app = await testApp();
    giver = await app.signIn('learner');
    giverId = await idOf('learner@demo.glabella.test');
    taker = await arrived('taker@example.test', 'Tara Taker');
  }, 120_000);
  afterAll(() => app.close());

  const idOf = async (email: string) => (await app.get(PeopleQueries).byEmail(email))!.id;
  const arrived = async (email: string, name: string) => {
    await app.client().post('/api/people', { name, email, password: passphrase });
    return app.signIn(email, passphrase);
  };
  const html = { accept: 'text/html' };
  const give = async (courseSlugs = ['foundations', 'upper-face'], to = `friend${(count += 1)}@example.test`) => {
    const recipient = { name: 'Tara Taker', email: to, message };
    const sourceId = await openSeats(app, { kind: 'gift', ownerId: giverId, recipient, courseSlugs, orderId: newId() });
    const row = await app.db.row<{ id: string }>('SELECT id FROM seat_assignments WHERE email = $1', [to]);
    return { sourceId, id: row!.id, to, token: await linkTo(app.db, to) };
  };
  const learning = async (person: Client) =>
    ((await person.get('/api/learning')).body.items as { course: { slug: string } }[]).map(({ course }) => course.slug);
  const endAll = () => app.db.rows(`UPDATE grants SET ended_at = now(), ended_reason = 'test' WHERE ended_at IS NULL`);
  const factsOf = (id: string) =>
    app.db.rows<{ name: string }>(`SELECT name FROM facts WHERE data->>'assignmentId' = $1 ORDER BY id`, [id]);

  it('is announced by mail with who gives it, their words, what it is and a secret link', async () => {
    const { to, token } = await give();
    const [mail] = await mailsTo(app.db, to);
    expect(mail!.subject).toBe('Lena Marchetti sent you a gift');
    for (const part of [message, 'The whole path', `/gifts/${token}`]) expect(mail!.text).toContain(part);
    expect(mail!.text).not.toContain('learner@demo');
    const kept = await app.db.rows(`SELECT FROM seat_invitations i WHERE i::text LIKE '%' || $1 || '%'`, [token]);
    expect(kept).toEqual([]);
  });

  it('shows what it is to somebody signed out, without an address, and keeps the way back through sign-in', async () => {
    const { token } = await give();
    const page = await app.client().get(`/gifts/${token}`, html);
    expect(page.status).toBe(200);
    for (const part of [
      'A gift from Lena Marchetti',
      message,
      `/sign-in?next=${encodeURIComponent(`/gifts/${token}`)}`,
    ])
      expect(page.text).toContain(part);
    expect(page.text).not.toMatch(/demo\.glabella\.test|friend\d+@/);
    const blind = await app.client().form(`/gifts/${token}`, {});
    expect(blind.status).toBe(401);
  });

  it('opens its courses once, for the account that accepts, and tells the giver', async () => {
    await endAll();
    const { id, token, to } = await give();
    const own = await giver.post(`/api/invitations/${token}/acceptance`);
    expect([own.status, own.body.code]).toEqual([409, 'own_gift']);
    const accepted = await taker.form(`/gifts/${token}`, {});
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, `/gifts/${token}`]);
    expect((await taker.get(`/gifts/${token}`, html)).text).toContain('You have accepted');
    expect((await taker.post(`/api/invitations/${token}/acceptance`)).status).toBe(204);
    expect((await learning(taker)).sort()).toEqual(['foundations', 'upper-face']);
    const grants = await app.db.rows('SELECT FROM grants WHERE source_kind = $1 AND source_id = $2', ['seat', id]);
    expect(grants).toHaveLength(2);
    expect((await factsOf(id)).map(({ name }) => name)).toEqual(['gift.sent', 'gift.claimed']);
    const told = await mailsTo(app.db, 'learner@demo.glabella.test');
    expect(told.filter(({ kind }) => kind === 'gift-claimed')[0]!.subject).toBe('Tara Taker has accepted your gift');
    expect(told.map(({ text }) => text).join()).not.toContain('taker@example.test');
    expect(to).not.toBe('taker@example.test');
  });

  it('goes to one of two people who accept at the same moment', async () => {
    await endAll();
    const { token } = await give();
    const other = await app.signIn('learner2');
    const answers = await Promise.all([taker, other].map((who) => who.post(`/api/invitations/${token}/acceptance`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect(answers.find(({ status }) => status === 410)!.body).toMatchObject({ code: 'seat_taken' });
    expect([...(await learning(taker)), ...(await learning(other))]).toHaveLength(2);
  });

  it('is not used up on somebody who has every course in it, and can still go to somebody else', async () => {
    await endAll();
    const first = await give();
    await taker.post(`/api/invitations/${first.token}/acceptance`);
    const second = await give();
    expect((await taker.get(`/gifts/${second.token}`, html)).text).toContain('You have every course in it already');
    const refused = await taker.post(`/api/invitations/${second.token}/acceptance`);
    expect([refused.status, refused.body.code]).toEqual([409, 'already_owned']);
    expect((await giver.get(`/api/gifts/${second.id}`)).body).toMatchObject({ state: 'opened', claimedAt: null });
  });

  it('is accepted by somebody who has part of it', async () => {
    await endAll();
    const part = await give(['foundations']);
    await taker.post(`/api/invitations/${part.token}/acceptance`);
    const whole = await give();
    expect((await taker.get(`/gifts/${whole.token}`, html)).text).toContain('(you have it)');
    expect((await taker.post(`/api/invitations/${whole.token}/acceptance`)).status).toBe(204);
    expect(await learning(taker)).toHaveLength(2);
  });

  it('shows its giver whether it was sent, opened and accepted', async () => {
    await endAll();
    const { id, token } = await give();
    const state = async () => (await giver.get(`/api/gifts/${id}`)).body.state as string;
    expect(await state()).toBe('sent');
    await app.client().get(`/gifts/${token}`, html);
    expect(await state()).toBe('opened');
    await taker.post(`/api/invitations/${token}/acceptance`);
    expect(await state()).toBe('claimed');
    expect((await giver.get('/gifts', html)).text).toContain('Accepted');
    expect((await giver.get(`/gifts/given/${id}`, html)).text).not.toContain('Send a new link');
    expect((await taker.get('/gifts', html)).text).toContain('Lena Marchetti');
    const late = await giver.post(`/api/gifts/${id}/invitations`, { name: 'Tara', email: 'x@example.test' });
    expect([late.status, late.body.code]).toEqual([409, 'not_waiting']);
  });

  it('goes to a corrected address with a new link, and the old link says so', async () => {
    await endAll();
    const { id, token } = await give();
    const wrong = await giver.form(`/gifts/given/${id}/invitations`, { name: 'Tara T', email: 'no address' });
    expect(wrong.status).toBe(422);
    for (const part of ['Enter an e-mail address like', 'no address', 'Tara T']) expect(wrong.text).toContain(part);
    const sent = await giver.form(`/gifts/given/${id}/invitations`, { name: 'Tara T', email: 'right@example.test' });
    expect(sent.headers.get('location')).toBe(`/gifts/given/${id}?done=sent`);
    const old = await taker.get(`/gifts/${token}`, html);
    expect([old.status, old.text.includes('There is a newer link')]).toEqual([410, true]);
    expect((await taker.post(`/api/invitations/${token}/acceptance`)).body.code).toBe('link_replaced');
    const renewed = await linkTo(app.db, 'right@example.test');
    expect((await taker.post(`/api/invitations/${renewed}/acceptance`)).status).toBe(204);
  });

  it('is sent at most five times a day: nobody’s mailbox is flooded', async () => {
    const { id, to } = await give();
    const again = () => giver.post(`/api/gifts/${id}/invitations`, { name: 'Tara', email: to });
    for (let mail = 2; mail <= 5; mail += 1) expect((await again()).status).toBe(201);
    const sixth = await again();
    expect([sixth.status, sixth.body.code]).toEqual([429, 'too_many_mails']);
    expect(await mailsTo(app.db, to)).toHaveLength(5);
  });

  it('has a page of its own for an unknown, a used and a refunded link', async () => {
    await endAll();
    const unknown = await app.client().get(`/gifts/${'x'.repeat(43)}`, html);
    expect([unknown.status, unknown.text.includes('We do not know this link')]).toEqual([404, true]);
    expect((await taker.post(`/api/invitations/${'x'.repeat(43)}/acceptance`)).status).toBe(404);
    const used = await give();
    await taker.post(`/api/invitations/${used.token}/acceptance`);
    const stranger = await app.client().get(`/gifts/${used.token}`, html);
    expect([stranger.status, stranger.text.includes('This gift was accepted already')]).toEqual([410, true]);
    const refunded = await give();
    const refund = { sourceId: refunded.sourceId, reason: 'refund:1', at: new Date('2026-12-01T00:00:00Z') };
    await app.db.transaction((tx) => app.get(WithdrawSeats).withdraw(tx, refund));
    const gone = await taker.get(`/gifts/${refunded.token}`, html);
    expect([gone.status, gone.text.includes('This gift is no longer there')]).toEqual([410, true]);
    expect((await giver.get(`/api/gifts/${refunded.id}`)).body.state).toBe('withdrawn');
  });

  it('says that it is paused while its payment is in dispute, and works again afterwards', async () => {
    await endAll();
    const { id, sourceId, token } = await give();
    const pause = (how: 'suspend' | 'restore') =>
      app.db.transaction((tx) => app.get(SuspendSeats)[how](tx, { sourceId, cause: 'dispute' }));
    await pause('suspend');
    expect((await taker.get(`/gifts/${token}`, html)).text).toContain('Paused for now');
    expect((await taker.form(`/gifts/${token}`, {})).text).toContain('This is paused while the payment');
    expect((await giver.get(`/gifts/given/${id}`, html)).text).toContain('being looked into');
    await pause('restore');
    expect((await taker.form(`/gifts/${token}`, {})).status).toBe(303);
  });

  it('that nobody accepted is remembered once after 60 days, and both links work', async () => {
    await endAll();
    const { to, token } = await give();
    await app.get(RemindHolders).execute();
    expect(await mailsTo(app.db, to)).toHaveLength(1);
    await app.db.rows(`UPDATE seat_assignments SET assigned_at = now() - interval '60 days' WHERE email = $1`, [to]);
    await Promise.all([app.get(RemindHolders).execute(), app.get(RemindHolders).execute()]);
    const mails = await mailsTo(app.db, to);
    expect(mails.map(({ kind }) => kind)).toEqual(['seat-reminder', 'seat-invitation']);
    expect(mails[0]!.text).toContain('a gift does not run out');
    expect(await linkTo(app.db, to)).not.toBe(token);
    expect((await app.client().get(`/gifts/${await linkTo(app.db, to)}`, html)).status).toBe(200);
    expect((await taker.post(`/api/invitations/${token}/acceptance`)).status).toBe(204);
  });

  it('is nobody’s but the giver’s: a foreign one is not found, by page and by API, to read or to send', async () => {
    const { id, to } = await give();
    for (const other of [taker, await app.signIn('admin')]) {
      expect((await other.get(`/gifts/given/${id}`, html)).status).toBe(404);
      expect((await other.get(`/api/gifts/${id}`)).status).toBe(404);
      expect((await other.post(`/api/gifts/${id}/invitations`, { name: 'A', email: 'a@example.test' })).status).toBe(
        404,
      );
      expect((await other.form(`/gifts/given/${id}/invitations`, { name: 'A', email: 'a@example.test' })).status).toBe(
        404,
      );
    }
    expect((await taker.get('/api/gifts')).body).toEqual({ items: [], next: null });
    expect(await mailsTo(app.db, to)).toHaveLength(1);
  });

  it('shows a message as text, whatever it contains', async () => {
    const to = 'markup@example.test';
    const recipient = { name: '<b>Tara</b>', email: to, message: '<script>alert(1)</script>' };
    await openSeats(app, { kind: 'gift', ownerId: giverId, recipient, courseSlugs: ['foundations'] });
    const page = await app.client().get(`/gifts/${await linkTo(app.db, to)}`, html);
    expect(page.text).toContain('&lt;script>alert(1)');
    const mail = await app.db.row<{ html: string }>('SELECT html FROM mails WHERE to_email = $1', [to]);
    expect(mail!.html).not.toContain('<script>alert');
  });
});
