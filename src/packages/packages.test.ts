import { type Client, testApp, type TestApp } from '../../test/support/index.js';
import { packagesErasure } from './erasure.js';
import { course, filesOf, learnerOf, lesson, manifestOf, password, zipOf } from './packages.example.js';
import { PathToken } from './origin/path-token.js';

let app: TestApp;
let author: Client;
beforeAll(async () => {
  app = await testApp();
  author = await app.signIn('author');
}, 120_000);
afterAll(() => app.close());

const octets = { 'content-type': 'application/octet-stream' };
let uploads = 0;
/** No two are the same bytes. */
const send = async (files: Record<string, string | Buffer>, at = lesson) =>
  author.raw<any>(
    'POST',
    `/api/author/packages?course=${course}&lesson=${at}`,
    await zipOf({ ...files, 'n.txt': `${++uploads}` }),
    octets,
  );
const opened = (client: Client, at = lesson) => client.get<any>(`/api/learning/${course}/lessons/${at}/package`);
async function learner() {
  const person = await learnerOf(app);
  return { ...person, client: await app.signIn(person.email, password) };
}
const put = (client: Client, registration: string, rev: number, data: object, item = 'one') =>
  client.put<any>(`/api/package-registrations/${registration}/state`, { item, rev, data });
const passed = { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '85' };

describe('a package that an author uploads', () => {
  it('is kept file by file, once each, and shown with its items', async () => {
    const { status, body } = await send(filesOf());
    expect(status).toBe(201);
    const shown = await author.get(`/api/author/packages/${body.id}`);
    expect(shown.body).toMatchObject({
      course,
      lesson,
      standard: 'scorm-1.2',
      files: 4,
      opened: 0,
      items: [{ id: 'one' }],
    });
    expect((await author.get(`/author/packages/${body.id}`)).text).toContain('sco/index.html?from=manifest');
    await send(filesOf());
    const [{ kept }] = (await app.db.rows<{ kept: number }>(
      `SELECT count(DISTINCT sha256)::int AS kept FROM package_files WHERE path = 'sco/sco.js'`,
    )) as [{ kept: number }];
    expect(kept).toBe(1);
  });

  it('is refused with every reason at its line, and the form keeps the lesson', async () => {
    const bytes = await zipOf({ 'imsmanifest.xml': manifestOf() });
    const form = new FormData();
    form.append('place', `${course}/${lesson}`);
    form.append('file', new Blob([new Uint8Array(bytes)]), 'p.zip');
    const sent = new Response(form);
    const answer = await author.raw<string>('POST', '/author/packages', Buffer.from(await sent.arrayBuffer()), {
      'content-type': sent.headers.get('content-type')!,
      accept: 'text/html',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('imsmanifest.xml, line 11: The package does not hold “sco/index.html”.');
    expect(answer.text).toMatch(new RegExp(`value="${course}/${lesson}" selected`));
  });

  it.each([
    ['no manifest', () => send({ 'a.html': 'x' }), 'package_refused'],
    ['a lesson that is not there', () => send(filesOf(), 'nothing'), 'lesson_unknown'],
    ['a bomb', () => send({ ...filesOf(), 'a.bin': Buffer.alloc(9_000_000) }), 'import_refused'],
    ['a package within it', () => send({ ...filesOf(), 'a.zip': 'x' }), 'import_refused'],
    ['names that differ in case alone', () => send({ ...filesOf(), 'SCO/INDEX.html': 'x' }), 'import_refused'],
    [
      'no package',
      () => author.raw<any>('POST', `/api/author/packages?course=${course}&lesson=${lesson}`, 'x', octets),
      'import_refused',
    ],
  ])('is refused: %s', async (_what, refused, code) => {
    const { status, body } = await refused();
    expect([status, body.code]).toEqual([422, code]);
  });

  it('is refused when it is the one that is there', async () => {
    const bytes = await zipOf(filesOf(), { mtime: new Date(0) });
    const post = () => author.raw<any>('POST', `/api/author/packages?course=${course}&lesson=${lesson}`, bytes, octets);
    expect((await post()).status).toBe(201);
    expect((await post()).body.code).toBe('package_unchanged');
  });
});

describe('a learner', () => {
  beforeEach(async () => void (await send(filesOf())));

  it('completes the lesson by finishing its package, and by nothing else', async () => {
    const { client } = await learner();
    const page = await client.get(`/learn/${course}/${lesson}`);
    expect(page.text).toContain(`/learn/${course}/${lesson}/package`);
    expect(page.text).not.toContain(`action="/learn/${course}/${lesson}/completion"`);
    expect((await client.put(`/api/learning/${course}/lessons/${lesson}/completion`)).body).toMatchObject({
      code: 'package_first',
    });
    const { body } = await opened(client);
    expect(body).toMatchObject({ item: 'one', rev: 0, data: {}, items: [{ id: 'one', completed: false, open: true }] });
    const half = {
      'cmi.core.lesson_status': 'incomplete',
      'cmi.suspend_data': 'p2',
      'cmi.core.total_time': '0000:01:00',
    };
    expect((await put(client, body.registration, 0, half)).body).toEqual({ rev: 1, completed: false, finished: false });
    expect((await opened(client)).body).toMatchObject({ rev: 1, data: half, seconds: 60 });
    expect((await put(client, body.registration, 1, passed)).body).toEqual({ rev: 2, completed: true, finished: true });
    expect((await client.get(`/api/learning/${course}/lessons/${lesson}`)).body.completed).toBe(true);
    // What is done stays done, whatever it says later.
    expect((await put(client, body.registration, 2, half)).body).toMatchObject({ completed: true, finished: true });
  });

  it('stays with the version they began; who comes later has the newest', async () => {
    const { client } = await learner();
    const before = (await opened(client)).body.title;
    await send({ ...filesOf(), 'imsmanifest.xml': manifestOf().replace('Sharps and storage', 'Second') });
    expect((await opened(client)).body.title).toBe(before);
    expect((await opened((await learner()).client)).body.title).toBe('Second');
  });

  it('loses nothing to a second device: an old save is refused with what is stored, the same one is taken as one', async () => {
    const { client } = await learner();
    const { registration } = (await opened(client)).body;
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((text) => put(client, registration, 0, { 'cmi.suspend_data': text })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    const { data } = (await opened(client)).body;
    expect(refused.body).toMatchObject({ code: 'state_moved_on', stored: { rev: 1, data } });
    expect((await put(client, registration, 0, data)).body).toMatchObject({ rev: 1 });
    const kept = await app.db.rows('SELECT rev FROM package_states WHERE registration_id = $1', [registration]);
    expect(kept).toHaveLength(1);
  });

  it('whose package saves without end is slowed down, and the saves before are there', async () => {
    const { client } = await learner();
    const { registration } = (await opened(client)).body;
    const statuses: number[] = [];
    for (let rev = 0; rev < 92; rev++)
      statuses.push((await put(client, registration, rev, { 'cmi.suspend_data': `${rev}` })).status);
    expect(statuses.slice(0, 90).every((status) => status === 200)).toBe(true);
    const last = await put(client, registration, 90, { 'cmi.suspend_data': 'x' });
    expect([last.status, last.body.code, last.headers.get('retry-after')]).toEqual([429, 'too_many_saves', '10']);
    expect((await opened(client)).body).toMatchObject({ rev: 90, data: { 'cmi.suspend_data': '89' } });
  }, 30_000);

  it('reaches nothing of somebody else, nothing without access, and nothing once access has ended', async () => {
    const { client, personId } = await learner();
    const { registration } = (await opened(client)).body;
    const other = await learner();
    expect((await put(other.client, registration, 0, passed)).status).toBe(404);
    expect((await put(author, registration, 0, passed)).status).toBe(404);
    expect((await opened(author)).status).toBe(404);
    expect((await put(client, registration, 0, passed, 'two')).status).toBe(404);
    await app.db.rows(
      `UPDATE grants g SET ended_at = now(), ended_reason = 'refund' FROM enrollments e
       WHERE e.id = g.enrollment_id AND e.person_id = $1`,
      [personId],
    );
    expect((await put(client, registration, 0, passed)).status).toBe(404);
    expect((await client.get(`/learn/${course}/${lesson}/package`)).status).toBe(404);
  });

  it.each([
    ['a name of its own', { 'x.y': '1' }],
    ['a number where a text belongs', { 'cmi.suspend_data': 1 }],
    ['a text without end', { 'cmi.suspend_data': 'x'.repeat(70_001) }],
    ['too much together', Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`cmi.x${at}`, 'x'.repeat(60_000)]))],
    ['a NUL', { 'cmi.suspend_data': 'a\u0000' }],
  ])('whose package sends %s is refused', async (_what, data) => {
    const { client } = await learner();
    const { registration } = (await opened(client)).body;
    expect((await put(client, registration, 0, data)).status).toBe(400);
    expect((await opened(client)).body.rev).toBe(0);
  });

  it('is forgotten with the rest when erased: what is done stays, what was saved does not', async () => {
    const { client, personId } = await learner();
    const { registration } = (await opened(client)).body;
    await put(client, registration, 0, { ...passed, 'cmi.suspend_data': 'my words' });
    await app.db.transaction(async (tx) => {
      for (const { sql } of packagesErasure) await tx.rows(sql, [personId]);
    });
    expect(
      await app.db.row('SELECT data, completed FROM package_states WHERE registration_id = $1', [registration]),
    ).toEqual({ data: {}, completed: true });
  });
});

it('items are opened in the order that their prerequisites ask for', async () => {
  const more = '<adlcp:prerequisites type="aicc_script">one</adlcp:prerequisites>';
  const resources = `<resource identifier="r" adlcp:scormtype="sco" href="sco/index.html"/><resource identifier="s" href="sco/index.html"/>`;
  await send(filesOf({ items: [{ id: 'one' }, { id: 'two', more, ref: 's' }], resources }));
  const { client } = await learner();
  const { body } = await opened(client);
  const ofTwo = `/api/learning/${course}/lessons/${lesson}/package?item=two`;
  expect((await client.get(ofTwo)).body).toMatchObject({ code: 'item_locked' });
  expect((await put(client, body.registration, 0, passed)).body).toMatchObject({ completed: true, finished: false });
  expect((await client.get(ofTwo)).body).toMatchObject({ item: 'two', rev: 0 });
  // It reports nothing: opened is done.
  expect((await put(client, body.registration, 0, { 'cmi.opened': 'true' }, 'two')).body).toMatchObject({
    finished: true,
  });
});

describe('the packages’ own address', () => {
  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(address.replace('packages.localhost', 'localhost'), { headers });
  it('serves the files of one package to who was sent there, without cookies, and nothing else', async () => {
    await send(filesOf());
    const { client } = await learner();
    const { frame, launch } = (await opened(client)).body as { frame: string; launch: string };
    const at = new URL(launch, frame).href;
    const page = await get(at);
    expect([page.status, page.headers.get('content-type'), page.headers.get('set-cookie')]).toEqual([
      200,
      'text/html',
      null,
    ]);
    expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' ${app.url}`);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const part = await get(at, { range: 'bytes=0-8' });
    expect([part.status, await part.text()]).toEqual([206, '<!doctype']);
    expect((await get(at, { range: 'bytes=900000-' })).status).toBe(416);
    for (const wrong of ['../../../../catalogue', 'no.html', '%00', '%2e%2e%2fn.txt'])
      expect([400, 403, 404]).toContain((await get(at.replace('index.html', wrong))).status);
    expect((await get(at.replace(/files\/(.)/, 'files/x'))).status).toBe(403);
    expect((await get(new URL('/catalogue', frame).href)).status).toBe(404);
    expect((await get(frame)).headers.get('content-type')).toContain('text/html');
  });

  it('refuses an address whose time is over', () => {
    const token = app.get(PathToken);
    const issued = token.issue('018f0000-0000-7000-8000-000000000000', new Date('2026-01-01T00:00:00Z'));
    expect(token.packageOf(issued, new Date('2026-01-01T05:59:00Z'))).toBeDefined();
    expect(token.packageOf(issued, new Date('2026-01-01T06:01:00Z'))).toBeUndefined();
  });
});
