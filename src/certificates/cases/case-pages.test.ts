import { type Client, eventually, testApp, type TestApp } from '../../../test/support/index.js';
import { graduate } from '../../../test/fixtures/graduate.js';
import { IssueCertificates } from '../issuing/issue-certificates.js';

const html = { accept: 'text/html' };

describe('cases on the site', () => {
  let app: TestApp;
  let holder: Client;
  let number: string;
  beforeAll(async () => {
    app = await testApp();
    holder = await app.signIn('learner');
    const personId = await graduate(app, 'Zoe <b>', 'foundations');
    const me = await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email = 'learner@demo.glabella.test'`);
    await app.db.rows('UPDATE enrollments SET person_id = $2 WHERE person_id = $1', [personId, me!.id]);
    await app.get(IssueCertificates).execute(me!.id);
    number = (await app.db.row<{ number: string }>('SELECT number FROM certificates WHERE person_id = $1', [me!.id]))!
      .number;
  }, 120_000);
  afterAll(() => app.close());

  it('begin on the page of one’s certificates, and keep what was typed when something is missing', async () => {
    expect((await holder.get('/certificates', html)).text).toContain(`/certificates/${number}/name`);
    const refused = await holder.form(`/certificates/${number}/name`, { wanted: 'Zoe Miller', text: ' ' });
    expect(refused.status).toBe(422);
    for (const said of ['Zoe Miller', 'Say why the name changes']) expect(refused.text).toContain(said);
    const sent = await holder.form(`/certificates/${number}/name`, {
      wanted: 'Zoe Miller',
      text: '<script>x</script>',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/cases\//)]);
    const page = await holder.get(sent.headers.get('location')!, html);
    for (const said of ['Zoe Miller', 'Answer by', '&lt;script>']) expect(page.text).toContain(said);
    const again = await holder.form(`/certificates/${number}/name`, { wanted: 'Zoe', text: 'again' });
    expect([again.status, again.text.includes('You have asked for this already')]).toEqual([422, true]);
    expect((await (await app.signIn('learner2')).get(sent.headers.get('location')!, html)).status).toBe(404);
  });

  it('are answered at the desk, and the answer has its effect', async () => {
    const examiner = await app.signIn('examiner');
    const { items } = (await examiner.get('/api/examiners/cases')).body as { items: { id: string; kind: string }[] };
    expect(items).toMatchObject([{ kind: 'name', wanted: 'Zoe Miller', number }]);
    const file = `/examiners/cases/${items[0]!.id}`;
    expect((await examiner.get('/examiners/cases', html)).text).toContain(file);
    expect((await examiner.get(file, html)).text).toContain('takes the place of this one');
    const refused = await examiner.form(file, { outcome: 'upheld', answer: '' });
    expect([refused.status, refused.text.includes('Say why')]).toEqual([422, true]);
    expect((await examiner.form(file, { outcome: 'upheld', answer: 'As on the licence' })).status).toBe(303);
    await eventually(async () => {
      const { body } = await app.client().get<any>(`/verify/${number}`, { accept: 'application/json' });
      expect(body.status).toBe('superseded');
    });
    expect((await holder.get('/api/cases')).body).toMatchObject({
      items: [{ status: 'upheld', answer: 'As on the licence' }],
    });
  });

  it('are opened by visitors too: a complaint needs a reason and no account', async () => {
    const { body } = await app.client().get<any>(`/verify/${number}`, { accept: 'application/json' });
    const current = body.succeededBy as string;
    const visitor = app.client();
    expect((await visitor.get(`/verify/${current}/complaint`, html)).text).toContain('The holder is not told');
    const refused = await visitor.form(`/verify/${current}/complaint`, { text: '', contact: 'not an address' });
    expect(refused.status).toBe(422);
    const sent = await visitor.form(`/verify/${current}/complaint`, { text: 'Something happened', contact: '' });
    expect(sent.headers.get('location')).toBe(`/verify/${current}/complaint/sent`);
    expect((await visitor.get(`/verify/${current}/complaint/sent`, html)).text).toContain('has arrived');
    expect((await visitor.post(`/api/cases/complaints/${current}`, { text: 'Once more' })).status).toBe(204);
    expect((await visitor.get('/verify/GL-0123-4567-89AB-CDEF-5/complaint', html)).status).toBe(404);
  });

  it('of giving back asks twice', async () => {
    const { items } = (await holder.get('/api/certificates')).body as { items: { number: string; status: string }[] };
    const current = items.find(({ status }) => status === 'valid')!.number;
    const unsure = await holder.form(`/certificates/${current}/surrender`, {});
    expect([unsure.status, unsure.text.includes('Confirm that you want')]).toEqual([422, true]);
    expect((await holder.form(`/certificates/${current}/surrender`, { sure: 'yes' })).status).toBe(303);
    expect((await holder.get('/certificates', html)).text).toContain('Revoked');
  });
});
