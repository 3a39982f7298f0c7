import { SaxesParser } from 'saxes';
import { certify, type Certified } from '../../test/fixtures/certified.js';
import { type Answer, type Client, testApp, type TestApp } from '../../test/support/index.js';
import { ChooseListing } from './directory/choose-listing.js';
import { SuspendCertificate } from './lifecycle/suspend-certificate.js';
import { ReinstateCertificate } from './lifecycle/reinstate-certificate.js';

/** What people could be called, and what must not come of it. */
const names: [string, string][] = [
  ['markup', `<script>alert(1)</script><img src=x onerror=alert(1)> "><svg onload=alert(1)>`],
  ['an attribute', `" onmouseover="alert(1)" x='`],
  ['400 characters', 'Wolfeschlegelstein'.repeat(23).slice(0, 400)],
  ['text that turns around', 'Amelia \u202e\u2066seyeR\u2069\u200f'],
  ['a formula', `=HYPERLINK("https://evil.example","Click")`],
  ['a NUL', 'Ame\u0000lia'],
  ['marks upon marks', `Z${'\u0310\u0322\u034f'.repeat(60)}algo`],
  ['typst', '#sys.inputs $x$ *bold* `raw` @ref \\ </text>'],
  ['only pictures', '💉💉'],
];
const html = { accept: 'text/html' };
const json = { accept: 'application/json' };

/** Characters that hide or turn text; names in public have none. */
const turning = /[\u0000\u202a-\u202e\u2066-\u2069\u200f]/;

describe('a name that is up to no good', () => {
  let app: TestApp;
  let holder: Client;
  let admin: Client;
  let visitor: Client;
  let personId: string;
  let adminId: string;
  let cycle = 0;
  const from = (headers: Record<string, string>) => ({ ...headers, 'x-forwarded-for': `198.51.100.${cycle}` });
  beforeAll(async () => {
    app = await testApp({ TRUSTED_PROXIES: 'loopback' });
    [holder, admin, visitor] = [await app.signIn('learner'), await app.signIn('admin'), app.client()];
    const idOf = async (account: string) =>
      (await app.db.row<{ id: string }>('SELECT id FROM people WHERE email = $1', [`${account}@demo.glabella.test`]))!
        .id;
    [personId, adminId] = [await idOf('learner'), await idOf('admin')];
  }, 120_000);
  afterAll(() => app.close());

  /** Certified, listed, and with hours that wait, under this name. */
  async function called(name: string): Promise<Certified> {
    cycle += 1;
    // An account takes no name as long or as empty as that; certificates are given them all the same.
    const kept = name.replaceAll('\u0000', '').slice(0, 100);
    await app.db.rows('UPDATE people SET name = $2 WHERE id = $1', [personId, kept]);
    const made = await certify(app, { personId, name, cycle });
    await app.get(ChooseListing).execute(personId, made.number, 'directory');
    await app.db.rows(
      `INSERT INTO education_hours (id, person_id, category, minutes, title, provider, held_on, status)
       VALUES (gen_random_uuid(), $1, 'safety', 60, $2, $2, now()::date, 'reported')`,
      [personId, kept],
    );
    return made;
  }

  /** Nothing in the page is an element or an attribute that a name made. */
  function expectHarmless({ status, text }: Answer, name: string): void {
    expect(status).toBe(200);
    const tags = text.match(/<[a-z][^>"']*(?:"[^"]*"|'[^']*'|[^>"'])*>/gi)!.map((tag) => tag.replace(/"[^"]*"/g, ''));
    expect(tags.filter((tag) => /alert|onerror|onload|onmouseover/.test(tag))).toEqual([]);
    if (name.includes('<script>')) expect(text).not.toContain('<script>alert');
  }

  it.each(names)('is only a name on every page: %s', async (_, name) => {
    const { number } = await called(name);
    const { body: packet } = await holder.post('/api/packets', {
      recipient: name.replaceAll('\u0000', '').slice(0, 200),
      certificates: [number],
    });
    const path = packet.link ? new URL(packet.link).pathname : undefined;
    const inPublic = [`/verify/${number}`, '/directory', `/verify/${number}/complaint`, ...(path ? [path] : [])];
    for (const address of inPublic) {
      const answer = await visitor.get(address, from(html));
      expectHarmless(answer, name);
      if (address !== path) expect(answer.text).not.toMatch(turning);
    }
    for (const address of [
      '/certificates',
      '/packets',
      `/certificates/${number}/listing`,
      '/certification-hours',
      '/cases',
    ])
      expectHarmless(await holder.get(address, html), name);
    for (const address of [
      ...['/admin/certificates', `/admin/certificates/${number}`, `/admin/certificates/${number}/revocation`],
      ...['/examiners/hours', '/examiners/applications', '/examiners/cases'],
    ])
      expectHarmless(await admin.get(address, html), name);
  });

  it.each(names)('is only text in data, files and mails: %s', async (_, name) => {
    const { number } = await called(name);
    for (const address of [`/verify/${number}`, '/api/directory', `/certificates/${number}.json`]) {
      const answer = await visitor.get(address, from(json));
      expect([answer.status, typeof answer.body]).toEqual([200, 'object']);
      expect(answer.headers.get('content-type')).toContain('json');
      expect(answer.text).not.toMatch(turning);
    }
    for (const address of [
      '/api/admin/certificates',
      `/api/admin/certificates/${number}/history`,
      '/api/examiners/hours',
    ])
      expect((await admin.get(address)).status).toBe(200);
    expect((await visitor.get(`/certificates/${number}.jwt`, from({}))).text).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect((await visitor.get(`/certificates/${number}.pdf`, from({}))).text.slice(0, 5)).toBe('%PDF-');
    const drawn = await visitor.get(`/certificates/${number}.svg`, from({}));
    expect(drawn.status).toBe(200);
    expect(acting(drawn.text)).toEqual([]);
    const about = { number, cause: 'complaint' as const, reason: 'A report', by: adminId };
    await app.get(SuspendCertificate).execute(about);
    await app.get(ReinstateCertificate).execute(about);
    const mails = await app.db.rows<{ html: string; subject: string }>(
      `SELECT html, subject FROM mails WHERE to_email = 'learner@demo.glabella.test'`,
    );
    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) {
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expectHarmless({ status: 200, text: mail.html } as Answer, '<script>');
    }
  });
});

/** Elements and attributes of a drawing that could do something. @throws Error when it is not well-formed */
function acting(drawing: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.push(...[name, ...Object.keys(attributes)].filter((each) => /^(script|foreignObject|on.*)$/i.test(each)));
  });
  parser.write(drawing).close();
  return found;
}
