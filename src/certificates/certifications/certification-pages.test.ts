import { AssessCandidates } from '../applications/assess-candidates.js';
import { idOf, meetsAll } from '../../../test/fixtures/candidate.js';
import { type Client, eventually, testApp, type TestApp } from '../../../test/support/index.js';

const html = { accept: 'text/html' };
const page = '/certifications/cosmetic-injector';
const evaluation = { objectives: '5', practice: '4', balance: '5', level: '3', comment: 'More cases, please.' };
const today = new Date().toISOString().slice(0, 10);
const declared = { truthful: 'yes', conduct: 'yes' };

describe('the pages of a certification', () => {
  let app: TestApp;
  let learner: Client;
  let personId: string;
  beforeAll(async () => {
    app = await testApp();
    learner = await app.signIn('learner');
    personId = await idOf(app, 'learner');
  }, 120_000);
  afterAll(() => app.close());

  it('tells a visitor what it asks, and asks to sign in for more', async () => {
    const visitor = app.client();
    expect((await visitor.get('/certifications', html)).text).toContain('Certified Cosmetic Injector');
    const { text } = await visitor.get<string>(page, html);
    for (const said of ['24 months', '2 people', 'Sign in to see how far you are']) expect(text).toContain(said);
    expect(text).not.toContain('still missing');
    expect((await visitor.get('/certifications/none', html)).status).toBe(404);
  });

  it('tells a learner exactly what is missing, by page and by API', async () => {
    const { text } = await learner.get<string>(page, html);
    expect(text).toContain('still missing');
    expect(text).toContain('0 of 5 signed by a preceptor.');
    expect(text).toContain('No reviewed licence that stands.');
    const { body } = await learner.get('/api/certifications/cosmetic-injector');
    expect(body.candidacy).toMatchObject({ kind: 'initial', met: false });
    expect(body.candidacy.requirements.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...Array<string>(5).fill('course'),
      ...['exam', 'licence'],
      ...Array<string>(5).fill('practice'),
      'evaluation',
    ]);
  });

  it('takes no application without its declarations, and says so at each', async () => {
    const refused = await learner.form(`${page}/application`, { truthful: 'yes' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Accept the code of conduct.');
    expect((await learner.post('/api/certifications/cosmetic-injector/application', {})).status).toBe(400);
  });

  it('takes an evaluation only whole, and keeps what was typed', async () => {
    const refused = await learner.form(`${page}/evaluation`, { ...evaluation, level: '' });
    expect([refused.status, refused.text.includes('More cases, please.')]).toEqual([422, true]);
    expect((await learner.form(`${page}/evaluation`, evaluation)).status).toBe(303);
  });

  it('leads from the application over two decisions to a certificate whose page says what it covers', async () => {
    expect((await learner.form(`${page}/application`, declared)).status).toBe(303);
    const [examiner, admin] = [await app.signIn('examiner'), await app.signIn('admin')];
    expect((await examiner.get('/api/examiners/applications')).body).toEqual({ items: [] });
    await meetsAll(app, personId);
    await app.get(AssessCandidates).execute(personId);
    const { items } = (await examiner.get('/api/examiners/applications')).body as { items: { id: string }[] };
    expect(items).toMatchObject([{ title: 'Certified Cosmetic Injector', grants: 0, eyes: 2 }]);
    const file = `/examiners/applications/${items[0]!.id}`;
    expect((await examiner.get<string>(file, html)).text).toContain('5 of 5 signed by a preceptor.');
    const empty = await examiner.form(file, { reason: 'Complete' });
    expect([empty.status, empty.text.includes('Choose whether to grant or to refuse.')]).toEqual([422, true]);
    expect((await examiner.form(file, { verdict: 'grant', reason: 'Complete' })).status).toBe(303);
    const again = await examiner.form(file, { verdict: 'grant', reason: 'Again' });
    expect([again.status, again.text.includes('You have given your decision')]).toEqual([422, true]);
    const granted = await admin.post(`/api${file}/decision`, { verdict: 'grant', reason: 'Complete' });
    expect(granted).toMatchObject({ status: 201, body: { status: 'granted' } });
    const certificate = await eventually(async () => {
      const { body } = await learner.get('/api/certifications/cosmetic-injector');
      expect(body.certificate).toMatch(/^GL-/);
      return body as { certificate: string; renewableFrom: string };
    });
    const { text } = await app.client().get<string>(`/verify/${certificate.certificate}`, html);
    for (const said of ['What it covers', 'Glabellar lines', 'RN, US-CA', 'Valid until']) expect(text).toContain(said);
    const pdf = await app.client().get(`/certificates/${certificate.certificate}.pdf`);
    expect([pdf.status, pdf.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await learner.get<string>(page, html)).text).toContain('You are certified');
    const desk = `/admin/certificates/${certificate.certificate}`;
    expect((await admin.get<string>(desk, html)).text).toContain('Reduce the scope');
    const suspended = await admin.form(`${desk}/suspension`, { cause: 'safety', reason: 'A report is looked into' });
    expect(suspended.status).toBe(303);
    const verified = await app.client().get(`/verify/${certificate.certificate}`, { accept: 'application/json' });
    expect(verified.body).toMatchObject({ status: 'suspended', links: { pdf: null } });
    expect((await app.client().get(`/certificates/${certificate.certificate}.pdf`)).status).toBe(410);
  });

  it('shows the planner of hours and takes reports with their reasons at the field', async () => {
    const refused = await learner.form('/certification-hours', { title: 'Congress', provider: '', hours: 'two' });
    expect(refused.status).toBe(422);
    for (const said of ['Congress', 'Say who held it.', 'Write how many hours']) expect(refused.text).toContain(said);
    const report = { title: 'Congress', provider: 'Society', category: 'safety', heldOn: today, hours: '1.5' };
    expect((await learner.form('/certification-hours', report)).status).toBe(303);
    const examiner = await app.signIn('examiner');
    const { items } = (await examiner.get('/api/examiners/hours')).body as { items: { id: string }[] };
    expect(items).toMatchObject([{ title: 'Congress', minutes: 90 }]);
    const noReason = await examiner.form(`/examiners/hours/${items[0]!.id}`, { verdict: 'refuse', reason: ' ' });
    expect([noReason.status, noReason.text.includes('Say why')]).toEqual([422, true]);
    expect((await examiner.form(`/examiners/hours/${items[0]!.id}`, { verdict: 'accept' })).status).toBe(303);
    expect((await learner.get<string>('/certification-hours', html)).text).toContain('1.5 of 4 hours accepted.');
  });
});
