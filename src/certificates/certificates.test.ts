import { certify } from '../../test/fixtures/certified.js';
import { graduate as completed, issuedTo } from '../../test/fixtures/graduate.js';
import { type Answer, eventually, testApp, type Client, type TestApp } from '../../test/support/index.js';
import { Facts } from '../jobs/index.js';
import { IssueCertificates } from './issuing/issue-certificates.js';
import { verifyCredential } from './credential/verify-credential.js';
import type { DidDocument } from './signing/did-web.js';

describe('certificates on the site', () => {
  let app: TestApp;
  let learner: Client;
  let admin: Client;
  let number: string;
  let learnerId: string;

  beforeAll(async () => {
    app = await testApp();
    [learner, admin] = [await app.signIn('learner'), await app.signIn('admin')];
    ({ number, personId: learnerId } = await graduate('learner@demo.glabella.test', 'foundations'));
  }, 120_000);
  afterAll(() => app.close());

  /** Completes a course as the rooms above do, and waits for the certificate that follows. */
  async function graduate(email: string, course: string) {
    const done = await app.db.row<{ personId: string }>(
      `INSERT INTO enrollments (id, person_id, course_id, edition_id, completed_at)
       SELECT gen_random_uuid(), p.id, c.id, c.current_edition_id, now() FROM people p, courses c
       WHERE p.email = $1 AND c.slug = $2 RETURNING person_id AS "personId"`,
      [email, course],
    );
    await app.db.transaction((tx) => Promise.resolve(app.get(Facts).record(tx, 'course.completed', done!)));
    return eventually(async () => {
      const row = await app.db.row<{ number: string }>(
        'SELECT number FROM certificates WHERE person_id = $1 ORDER BY id DESC LIMIT 1',
        [done!.personId],
      );
      if (!row) throw new Error('not yet issued');
      return { ...row, personId: done!.personId };
    });
  }

  const json = { accept: 'application/json' };

  it('are issued by the completed course and mailed to the holder', async () => {
    expect(number).toMatch(/^GL(-[0-9A-Z]{4}){4}-[0-9A-Z]$/);
    const mails = await app.db.rows<{ text: string }>(
      `SELECT text FROM mails WHERE kind = 'certificate-issued' AND to_email = 'learner@demo.glabella.test'`,
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain(`${app.url}/verify/${number}`);
  });

  it('are verified by a stranger, as a page and as JSON', async () => {
    const stranger = app.client();
    const page = await stranger.get(`/verify/${number}`, { accept: 'text/html' });
    expect(page.status).toBe(200);
    for (const fact of ['Valid', number, 'Foundations', 'Certificate of completion', 'Checked', 'UTC', 'did:web:']) {
      expect(page.text).toContain(fact);
    }
    expect(page.text).not.toMatch(/src="https?:|href="https?:\/\/(?!www\.linkedin)/);
    const facts = await stranger.get(`/verify/${number}`, json);
    expect(facts.body).toMatchObject({
      number,
      status: 'valid',
      award: { slug: 'foundations', kind: 'completion' },
      courses: [{ slug: 'foundations', edition: 1 }],
      revokedAt: null,
    });
    expect(facts.headers.get('vary')).toContain('Accept');
    expect(facts.text).not.toContain('learner@');
  });

  it('are found however the number is typed', async () => {
    const form = await app.client().get(`/verify?number=${encodeURIComponent(` ${number.toLowerCase()} `)}`);
    expect([form.status, form.headers.get('location')]).toEqual([303, `/verify/${number}`]);
    const bare = number.replaceAll('-', '').slice(2);
    expect((await app.client().get(`/verify/${bare}`, json)).body).toMatchObject({ number });
  });

  it('say nothing of numbers that are mistyped or were never given', async () => {
    const never = 'GL-0123-4567-89AB-CDEF-5';
    for (const path of [`/verify/${never}`, `/certificates/${never}.pdf`, `/certificates/${never}.json`]) {
      const answer = await app.client().get(path, json);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([404, 'not_found']);
    }
    const page = await app.client().get(`/verify/${never}`, { accept: 'text/html' });
    expect([page.status, page.text.includes('There is no certificate with this number')]).toEqual([404, true]);
    const typo = await app.client().get('/verify?number=%22%3E%3Cscript%3E', { accept: 'text/html' });
    expect(typo.status).toBe(422);
    expect(typo.text).toContain('value="&#34;><script>"');
  });

  it('answer a mistyped number and one that was never given with the same bytes', async () => {
    const tried = ['GL-0123-4567-89AB-CDEF-5', 'GL-0123-4567-89AB-CDEF-6', number.slice(0, -1), 'xyz-9'];
    for (const [before, after, accept] of [
      ['/verify/', '', 'text/html'],
      ['/verify/', '', 'application/json'],
      ['/certificates/', '.json', 'application/json'],
      ['/certificates/', '.pdf', 'application/json'],
    ] as const) {
      const answers = await Promise.all(tried.map((one) => app.client().get(before + one + after, { accept })));
      const said = answers.map(({ status, text }, n) => {
        const same = text.replaceAll(tried[n]!, '').replace(/nonce="[^"]+"|"requestId":"[^"]+"/g, '');
        return `${status} ${same}`;
      });
      expect(said[0]).toMatch(/^404 /);
      expect(said).toEqual(said.map(() => said[0]));
    }
  });

  it('tell when the licence behind a certification was last looked up, and nothing else of it', async () => {
    const { number: certified, personId } = await certify(app, { name: 'Lia Licensed' });
    const lastCheck = async () => (await app.client().get(`/verify/${certified}`, json)).body.licenceLastCheckedOn;
    const licence = (jurisdiction: string, checkedOn: string) =>
      app.db.rows(
        `INSERT INTO licences (id, person_id, profession, jurisdiction, number, holder_name, expires_on, status, checked_on)
         VALUES (gen_random_uuid(), $1, 'rn', $2, 'SECRET-4711', 'H', now()::date + 400, 'verified', $3)`,
        [personId, jurisdiction, checkedOn],
      );
    expect(await lastCheck()).toBeNull();
    await licence('US-NV', '2026-11-20');
    expect(await lastCheck()).toBeNull();
    await licence('US-CA', '2026-11-19');
    expect(await lastCheck()).toBe('2026-11-19');
    const page = await app.client().get(`/verify/${certified}`, { accept: 'text/html' });
    expect(page.text).toMatch(/Licence last checked on<\/dt><dd><time[^>]*>19 November 2026/);
    expect(page.text).not.toContain('SECRET-4711');
  });

  it('outlive account and licence: the page still verifies, with what the certificate says and no more', async () => {
    const { number: certified, personId } = await certify(app, { name: 'Gita Gone' });
    await app.db.rows('DELETE FROM people WHERE id = $1', [personId]);
    const { body } = await app.client().get(`/verify/${certified}`, json);
    expect(body).toMatchObject({ status: 'valid', holder: { name: 'Gita Gone' }, licenceLastCheckedOn: null });
    const page = await app.client().get(`/verify/${certified}`, { accept: 'text/html' });
    expect(page.text).toContain('Gita Gone');
    expect(page.text).not.toContain('Licence last checked on');
    const credential = await app.client().get<object>(`/certificates/${certified}.json`);
    expect(credential.status).toBe(200);
  });

  it('are handed on by a link to copy, a QR code and an entry on LinkedIn', async () => {
    const page = await app.client().get(`/verify/${number}`, { accept: 'text/html' });
    const own = await learner.get('/certificates', { accept: 'text/html' });
    for (const { text } of [page, own]) {
      expect(text).toContain(`>${app.url}/verify/${number}</a>`);
      expect(text).toContain('aria-label="QR code of');
    }
    expect(own.text).toContain('https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME');
  });

  it('give their faces: a PDF to print and a credential that verifies', async () => {
    const pdf = await app.client().get(`/certificates/${number}.pdf`);
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const credential = await app.client().get<object>(`/certificates/${number}.json`);
    expect(credential.headers.get('content-type')).toContain('application/vc');
    expect(credential.headers.get('access-control-allow-origin')).toBe('*');
    expect(await verdict(JSON.parse(credential.text) as object)).toEqual({ verified: true });
    const tampered = JSON.parse(credential.text.replace('Foundations', 'Foundationz')) as object;
    expect(await verdict(tampered)).toMatchObject({ reason: 'proof_invalid' });
    const plain = await app.client().get(`/certificates/${number}.json`, json);
    expect(plain.headers.get('content-type')).toContain('application/json');
  });

  it('are listed to their holder alone', async () => {
    const mine = await learner.get('/api/certificates');
    expect(mine.body).toMatchObject({ items: [{ number, status: 'valid' }], next: null });
    const page = await learner.get('/certificates');
    for (const link of [`/certificates/${number}.pdf`, `/certificates/${number}.json`, 'linkedin.com/profile/add']) {
      expect(page.text).toContain(link);
    }
    const other = await app.signIn('learner2');
    expect((await other.get('/api/certificates')).body).toEqual({ items: [], next: null });
    expect((await other.get('/certificates')).text).toContain('No certificate yet');
    expect((await app.client().get('/api/certificates')).status).toBe(401);
    expect((await other.get(`/api/certificates?personId=${learnerId}`)).status).toBe(400);
  });

  it('are found by an admin, who reads what revoking does before it is done', async () => {
    const list = await admin.get(`/admin/certificates?search=${number.toLowerCase()}&status=valid`);
    expect(list.text).toContain(`/admin/certificates/${number}/revocation`);
    expect((await admin.get('/admin/certificates?search=nothing-like-it')).text).toContain('No certificate found');
    const api = await admin.get(`/api/admin/certificates?search=${number.slice(3, 12)}&limit=1`);
    expect(api.body).toMatchObject({ items: [{ number, status: 'valid', revokedReason: null }], next: null });
    expect((await admin.get('/api/admin/certificates?status=lost')).status).toBe(400);
    const page = await admin.get(`/admin/certificates/${number}/revocation`);
    for (const words of ['This cannot be undone', 'gets a mail with your reason', 'within 5 minutes']) {
      expect(page.text).toContain(words);
    }
    const empty = await admin.form(`/admin/certificates/${number}/revocation`, { reason: ' ' });
    expect([empty.status, empty.text.includes('Say why, in a few words')]).toEqual([422, true]);
  });

  it('take nothing else from a request than the reason', async () => {
    const path = `/api/admin/certificates/${number}/revocation`;
    for (const body of [{ reason: 'x', at: '2020-01-01' }, { reason: 'x', number: 'GL' }, {}, { reason: 7 }]) {
      expect((await admin.post(path, body)).status).toBe(400);
    }
    expect((await learner.post(path, { reason: 'x' })).status).toBe(403);
    expect((await app.client().post(path, { reason: 'x' })).status).toBe(401);
    expect((await admin.post('/api/admin/certificates/GL-0123/revocation', { reason: 'x' })).status).toBe(404);
    expect((await app.client().get(`/verify/${number}`, json)).body).toMatchObject({ status: 'valid' });
  });

  it('are revoked at once, for everybody and for good', async () => {
    const revoked = (await graduate('learner2@demo.glabella.test', 'upper-face')).number;
    const credential = (await app.client().get<object>(`/certificates/${revoked}.json`, json)).body;
    expect(await verdict(credential)).toEqual({ verified: true });
    const answer = await admin.post(`/api/admin/certificates/${revoked}/revocation`, { reason: 'Taken in error' });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { number: revoked, status: 'revoked', reason: 'Taken in error' },
    ]);
    expect((await app.client().get(`/verify/${revoked}`, json)).body).toMatchObject({
      status: 'revoked',
      links: { pdf: null },
    });
    const page = await app.client().get(`/verify/${revoked}`, { accept: 'text/html' });
    expect(page.text).toContain('Do not rely on it');
    expect(page.text).not.toContain('Taken in error');
    expect((await app.client().get(`/certificates/${revoked}.pdf`, json)).status).toBe(410);
    expect(await verdict(credential)).toMatchObject({ verified: false, reason: 'revoked' });
    const again = await admin.post(`/api/admin/certificates/${revoked}/revocation`, { reason: 'Again' });
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'already_revoked']);
    expect((await admin.get(`/admin/certificates/${revoked}/revocation`)).text).toContain('Taken in error');
  });

  it('show names that try to be markup, formulas or right-to-left as plain words', async () => {
    const name = '<img src=x onerror=alert(1)> =HYPERLINK("x") דוד';
    await app.db.rows('UPDATE people SET name = $1 WHERE email = $2', [name, 'author@demo.glabella.test']);
    const hostile = (await graduate('author@demo.glabella.test', 'foundations')).number;
    const page = await app.client().get(`/verify/${hostile}`, { accept: 'text/html' });
    expect(page.text).not.toContain('<img');
    expect(page.text).toContain('&lt;img src=x onerror=alert(1)>');
    expect((await app.client().get(`/certificates/${hostile}.pdf`)).status).toBe(200);
    expect((await app.client().get(`/verify/${hostile}`, json)).body).toMatchObject({ holder: { name } });
  });

  it('are listed page by page, newest first', async () => {
    const personId = await completed(app, 'Amelia Reyes', 'foundations', 'upper-face', 'dermal-fillers');
    await app.get(IssueCertificates).execute(personId);
    await app.db.rows(
      'UPDATE people SET password_hash = (SELECT password_hash FROM people WHERE email = $2) WHERE id = $1',
      [personId, 'learner@demo.glabella.test'],
    );
    const person = await app.signIn(`${personId}@example.test`);
    const { numbers } = await issuedTo(app, personId);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body }: Answer<any> = await person.get(`/api/certificates?limit=2${after && `&after=${after}`}`);
      seen.push(...body.items.map((item: { number: string }) => item.number));
      after = body.next;
    }
    expect(seen).toEqual(numbers.reverse());
    expect(seen).toHaveLength(3);
  });

  it('publish who issues them and what is revoked, for anybody to read', async () => {
    const did = await app.client().get<DidDocument>('/.well-known/did.json');
    expect(did.body.id).toBe(`did:web:${encodeURIComponent(new URL(app.url).host)}`);
    expect(did.body.assertionMethod).toEqual(did.body.verificationMethod.map(({ id }) => id));
    const list = await app.client().get('/credentials/status/1');
    expect(list.headers.get('cache-control')).toBe('public, max-age=300');
    for (const path of ['0', '2', '-1', '1e3', 'x']) {
      expect((await app.client().get(`/credentials/status/${path}`, json)).status).toBe(404);
    }
  });

  it('cannot be fished for: thirty unknown numbers a minute, then nothing more from there', async () => {
    const tries = (path: string, count: number) =>
      Promise.all(Array.from({ length: count }, () => app.client().get(path, json)));
    const fresh = new Set((await tries(`/verify/${number}`, 60)).map(({ status }) => status));
    expect(fresh).toEqual(new Set([200]));
    expect(new Set((await tries('/verify/GL-0123-4567-89AB-CDEF-9', 40)).map(({ status }) => status))).toEqual(
      new Set([404]),
    );
    await tries('/verify/GL-0123-4567-89AB-CDEF-5', 30);
    for (const path of ['/verify/GL-0123-4567-89AB-CDEF-5', `/verify/${number}`, `/certificates/${number}.pdf`]) {
      const answer = await app.client().get(path, json);
      expect([path, answer.status, (answer.body as { code: string }).code]).toEqual([path, 429, 'too_many_look_ups']);
    }
  });

  /** As a stranger's software does it: with nothing but what the site publishes. */
  async function verdict(credential: object) {
    const { body: document } = await app.client().get<DidDocument>('/.well-known/did.json');
    return verifyCredential(credential, {
      now: new Date(Date.now() + 1000),
      did: (did) => (did === document.id ? document : undefined),
      statusList: async (url) => JSON.parse((await app.client().get(new URL(url).pathname)).text) as object,
    });
  }
});
