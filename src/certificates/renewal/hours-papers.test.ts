import { photograph } from '../../../test/fixtures/licences.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';

const html = { accept: 'text/html' };
const octets = { 'content-type': 'application/octet-stream' };
const report = { title: 'Congress', provider: 'Society', category: 'general', heldOn: '2026-11-01', hours: '1.5' };

describe('the paper of continuing education held elsewhere', () => {
  let app: TestApp;
  let learner: Client;
  let examiner: Client;
  let photo: Buffer;
  beforeAll(async () => {
    app = await testApp();
    [learner, examiner] = [await app.signIn('learner'), await app.signIn('examiner')];
    photo = await photograph();
  }, 120_000);
  afterAll(() => app.close());

  const reported = async () => (await learner.post('/api/certification-hours', report)).body.id as string;
  const send = (id: string, bytes = photo, by = learner) =>
    by.raw<{ code: string }>('POST', `/api/certification-hours/${id}/paper`, bytes, octets);
  const link = (id: string, by = examiner) => by.post(`/api/examiners/hours/${id}/paper`);
  const kept = (id: string) =>
    app.db.row<{ sealed: Buffer | null; deletedAt: Date | null }>(
      'SELECT sealed, deleted_at AS "deletedAt" FROM hours_papers WHERE hours_id = $1',
      [id],
    );

  /** Posts the form as a browser does, with a file. */
  async function form(file: Buffer, fields: Record<string, string> = report) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new Blob([new Uint8Array(file)]), 'paper.jpg');
    const sent = new Request('http://x', { method: 'POST', body });
    const type = { 'content-type': sent.headers.get('content-type')!, ...html };
    return learner.raw<string>('POST', '/certification-hours', Buffer.from(await sent.arrayBuffer()), type);
  }

  it('comes with the report, is kept sealed, and opens for the desk by a link', async () => {
    expect((await form(photo)).status).toBe(303);
    const { id } = (await app.db.row<{ id: string }>('SELECT hours_id AS id FROM hours_papers'))!;
    expect((await kept(id))!.sealed!.includes(photo.subarray(0, 8))).toBe(false);
    expect((await examiner.get('/examiners/hours', html)).text).toContain(`/examiners/hours/${id}/paper`);
    const opened = await examiner.form(`/examiners/hours/${id}/paper`, {});
    expect(opened.status).toBe(303);
    const paper = await examiner.get(opened.headers.get('location')!);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(paper.headers.get('cache-control')).toBe('no-store');
    expect(paper.headers.get('content-security-policy')).toContain("default-src 'none'");
    const openings = await app.db.rows('SELECT person_id FROM hours_paper_openings WHERE hours_id = $1', [id]);
    expect(openings).toHaveLength(1);
    await expect(app.db.rows('DELETE FROM hours_paper_openings')).rejects.toThrow('append-only');
  });

  it('reports nothing when the file is no paper, and keeps what was typed', async () => {
    const count = () => app.db.row('SELECT count(*) FROM education_hours');
    const before = await count();
    const refused = await form(Buffer.from('no picture'), { ...report, title: 'Workshop on dilution' });
    expect(refused.status).toBe(422);
    for (const said of ['id="field-file-error"', 'value="Workshop on dilution"']) expect(refused.text).toContain(said);
    expect(await count()).toEqual(before);
  });

  it('is one for each report, by who reported it, until it is decided on', async () => {
    const id = await reported();
    expect((await send(id, Buffer.from('no picture'))).body.code).toBe('paper_type_refused');
    expect((await send(id, photo, examiner)).status).toBe(404);
    const twice = await Promise.all([send(id), send(id)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(twice.find(({ status }) => status === 409)!.body.code).toBe('paper_sent');
    const other = await reported();
    await examiner.post(`/api/examiners/hours/${other}/decision`, { verdict: 'accept' });
    expect((await send(other)).body.code).toBe('already_decided');
  });

  it('opens for nobody but whom the link was made for, and for minutes only', async () => {
    const id = await reported();
    expect((await link(id)).status).toBe(404);
    await send(id);
    const [first, second] = [(await link(id)).body.path as string, (await link(id)).body.path as string];
    const admin = await app.signIn('admin');
    expect((await admin.get(first)).status).toBe(404);
    expect((await learner.get(first)).status).toBe(403);
    await app.db.rows(`UPDATE hours_paper_links SET until = now() WHERE hours_id = $1`, [id]);
    expect((await examiner.get(second)).status).toBe(404);
  });

  it('is deleted with the decision, and so are its links', async () => {
    const id = await reported();
    await send(id);
    const { path } = (await link(id)).body as { path: string };
    expect((await examiner.get(path)).status).toBe(200);
    await examiner.post(`/api/examiners/hours/${id}/decision`, { verdict: 'refuse', reason: 'Not a course.' });
    expect(await kept(id)).toMatchObject({ sealed: null, deletedAt: expect.any(Date) });
    expect((await examiner.get(path)).status).toBe(404);
    expect((await link(id)).status).toBe(404);
  });

  it('is not looked at by who reported the hours', async () => {
    const own = (await examiner.post('/api/certification-hours', report)).body.id as string;
    await send(own, photo, examiner);
    const refused = await link(own);
    expect([refused.status, refused.body.code]).toEqual([403, 'own_hours']);
  });

  it('is refused at its field when it is too large', async () => {
    const refused = await form(Buffer.alloc(9_000_000));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="field-file-error"');
  });
});
