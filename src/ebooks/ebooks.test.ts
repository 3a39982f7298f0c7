import { checkData } from '../database/index.js';
import { dataChecks } from '../process/data-checks.js';
import { ErasePerson } from '../users/index.js';
import { type Client, testApp, type TestApp } from '../../test/support/index.js';
import { SweepRequests } from './asking/sweep-requests.js';

const slug = 'injecting-well';
const page = `/ebooks/${slug}`;

describe('the e-book', () => {
  let app: TestApp;
  let visitor: Client;
  let n = 0;
  beforeAll(async () => {
    app = await testApp();
    visitor = app.client();
  }, 120_000);
  afterAll(() => app.close());

  const somebody = () => `reader${(n += 1)}@example.test`;
  const ask = (email: string, more: object = {}) => visitor.post(`/api/ebooks/${slug}/requests`, { email, ...more });
  const mailsTo = async (to: string) =>
    (await visitor.get<{ items: { text: string }[] }>(`/api/demo/mail?to=${to}`)).body.items;
  const linkIn = (text: string) => /\/ebook-links\/[\w-]+/.exec(text)![0];
  const linkFor = async (email: string, more: object = {}) => {
    expect((await ask(email, more)).status).toBe(202);
    return linkIn((await mailsTo(email))[0]!.text);
  };
  const requestOf = (email: string) =>
    app.db.row<{ id: string; email: string | null; confirmed: boolean }>(
      `SELECT id, email, confirmed_at IS NOT NULL AS confirmed FROM ebook_requests WHERE address = mail_address($1)`,
      [email],
    );
  const consentsOf = (email: string) =>
    app.db.rows<{ purpose: string; words: string; source: string | null }>(
      'SELECT purpose, words, source FROM ebook_consents WHERE address = mail_address($1) ORDER BY purpose',
      [email],
    );

  it('has a page that says what is in it, what asking agrees to, and asks for an address alone', async () => {
    const { status, text } = await visitor.get(`${page}?from=/articles/botox-for-pain`);
    expect(status).toBe(200);
    for (const part of ['Injecting Well', 'Filler safety and vascular occlusion', 'We use this address once']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('name="from" value="/articles/botox-for-pain"');
    expect(text).not.toMatch(/name="news"[^>]*checked/);
    expect(text.match(/<input[^>]*type="(email|text|tel)"/g)).toHaveLength(1);
    expect((await visitor.get('/ebooks')).text).toContain(`href="${page}"`);
    expect((await visitor.get('/articles')).text).toContain('href="/ebooks"');
    expect((await visitor.get(`${page}/cover.svg`)).headers.get('content-type')).toContain('image/svg+xml');
    expect((await visitor.get('/api/ebooks')).body).toMatchObject({ items: [{ slug, number: 1 }], next: null });
    const { body } = await visitor.get(`/api/ebooks/${slug}`);
    expect(body).toMatchObject({ slug, consent: { version: 1 } });
    expect(body.chapters).toHaveLength(10);
  });

  it('is not found under another name', async () => {
    for (const path of ['/ebooks/none', '/ebooks/none/sent', '/ebooks/none/cover.svg', '/api/ebooks/none']) {
      expect({ path, status: (await visitor.get(path, { accept: 'text/html' })).status }).toEqual({
        path,
        status: 404,
      });
    }
    expect((await visitor.post('/api/ebooks/none/requests', { email: somebody() })).status).toBe(404);
  });

  it('is given out once the address is confirmed, and not before', async () => {
    const email = somebody();
    const link = await linkFor(email, { source: '/catalogue' });
    expect((await visitor.get(link)).text).toContain('Confirm your address');
    // Programs that look into mails have looked; nothing is confirmed.
    expect((await visitor.get(`${link}/pdf`, { accept: 'application/json' })).body).toMatchObject({
      code: 'unconfirmed',
    });
    expect(await consentsOf(email)).toEqual([]);
    expect((await visitor.post(link)).status).toBe(303);
    expect((await visitor.get(link)).text).toContain('Download');
    const [pdf, epub] = await Promise.all([visitor.get(`${link}/pdf`), visitor.get(`${link}/epub`)]);
    expect(pdf.text.slice(0, 5)).toBe('%PDF-');
    expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="injecting-well-1.pdf"');
    expect(epub.text.slice(0, 60)).toContain('mimetypeapplication/epub+zip');
    expect(epub.headers.get('content-type')).toBe('application/epub+zip');
    expect((await visitor.get(`${link}/mobi`)).status).toBe(400);
  });

  it('forgets the address when it is confirmed, and keeps what was agreed to, word for word', async () => {
    const email = somebody();
    const link = await linkFor(email, { source: '/articles/botox-for-pain' });
    expect(await requestOf(email)).toMatchObject({ email, confirmed: false });
    await visitor.put(`/api${link}/confirmation`);
    expect(await requestOf(email)).toMatchObject({ email: null, confirmed: true });
    expect(await consentsOf(email)).toEqual([
      {
        purpose: 'delivery',
        words: expect.stringContaining('We use this address once'),
        source: '/articles/botox-for-pain',
      },
    ]);
    await expect(app.db.rows('DELETE FROM ebook_consents')).rejects.toThrow();
    await expect(app.db.rows(`UPDATE ebook_consents SET words = 'x'`)).rejects.toThrow();
  });

  it('takes news as a consent of its own, which holds from the confirmation on', async () => {
    const email = somebody();
    const wanted = () =>
      app.db.row<{ wanted: boolean }>(
        `SELECT wanted FROM mail_choices WHERE address = mail_address($1) AND topic = 'news'`,
        [email],
      );
    const link = await linkFor(email, { news: true });
    expect(await wanted()).toBeUndefined();
    await visitor.put(`/api${link}/confirmation`);
    expect(await wanted()).toEqual({ wanted: true });
    expect((await consentsOf(email)).map(({ purpose }) => purpose)).toEqual(['delivery', 'news']);
    expect(await requestOf(email)).toMatchObject({ email, confirmed: true });
  });

  it('is confirmed once, however often and from how many places at once', async () => {
    const email = somebody();
    const link = await linkFor(email);
    const answers = await Promise.all(Array.from({ length: 5 }, () => visitor.put(`/api${link}/confirmation`)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    expect(await consentsOf(email)).toHaveLength(1);
  });

  it('writes to an address once an hour, in whatever case and by however many it is asked for', async () => {
    const email = somebody();
    const answers = await Promise.all(
      [email, email.toUpperCase(), email].map((typed) => visitor.post(page, { email: typed })),
    );
    expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual(
      Array.from({ length: 3 }, () => [303, `${page}/sent`]),
    );
    const mails = [...(await mailsTo(email)), ...(await mailsTo(email.toUpperCase()))];
    expect(mails).toHaveLength(1);
    await app.db.rows(
      `UPDATE ebook_requests SET asked_at = asked_at - interval '61 minutes' WHERE address = mail_address($1)`,
      [email],
    );
    await ask(email);
    expect([...(await mailsTo(email)), ...(await mailsTo(email.toUpperCase()))]).toHaveLength(2);
  });

  it('answers known and unknown addresses alike', async () => {
    const known = await ask('learner@demo.glabella.test');
    const unknown = await ask(somebody());
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
  });

  it('comes back with the reason beside the field and what was typed', async () => {
    const { status, text } = await visitor.post(page, { email: 'no address', news: 'yes', from: '/catalogue' });
    expect(status).toBe(422);
    expect(text).toContain('id="field-email-error"');
    expect(text).toContain('value="no address"');
    expect(text).toMatch(/name="news"[^>]*checked/);
    expect(text).toContain('name="from" value="/catalogue"');
    expect((await ask('no address')).status).toBe(400);
    expect((await ask(somebody(), { source: 'https://evil.example' })).status).toBe(400);
  });

  it('never keeps a page of others as where somebody came from', async () => {
    const email = somebody();
    await visitor.post(page, { email, from: '//evil.example/?e=a@example.test' });
    expect(await app.db.row('SELECT source FROM ebook_requests WHERE address = mail_address($1)', [email])).toEqual({
      source: null,
    });
  });

  it('has links that end after seven days and say so', async () => {
    const link = await linkFor(somebody());
    const unconfirmed = await linkFor(somebody());
    await visitor.put(`/api${link}/confirmation`);
    await app.db.rows(`UPDATE ebook_requests SET expires_at = now()`);
    for (const path of [link, unconfirmed, '/ebook-links/guessed']) {
      const shown = await visitor.get(path, { accept: 'text/html' });
      expect([shown.status, shown.text.includes('no longer works')]).toEqual([410, true]);
      expect((await visitor.get(`/api${path}`)).body).toMatchObject({ code: 'link_gone' });
      expect((await visitor.post(path)).status).toBe(410);
      expect((await visitor.put(`/api${path}/confirmation`)).status).toBe(410);
      expect((await visitor.get(`${path}/pdf`, { accept: 'application/json' })).status).toBe(410);
    }
  });

  it('forgets within thirty days whoever never confirmed', async () => {
    const [never, did, wantsNews] = [somebody(), somebody(), somebody()];
    await ask(never);
    await visitor.put(`/api${await linkFor(did)}/confirmation`);
    await visitor.put(`/api${await linkFor(wantsNews, { news: true })}/confirmation`);
    const sweep = () => app.get(SweepRequests).execute();
    const age = (days: number) =>
      app.db.rows(`UPDATE ebook_requests SET asked_at = now() - $1 * interval '1 day'`, [days]);
    await age(29);
    await sweep();
    expect(await requestOf(never)).toBeDefined();
    await age(31);
    await sweep();
    expect([await requestOf(never), await requestOf(did)]).toEqual([undefined, undefined]);
    expect(await requestOf(wantsNews)).toMatchObject({ email: wantsNews });
    expect(await consentsOf(did)).toHaveLength(1);
  });

  it('refuses a network that asks for too much', async () => {
    await app.db.rows(
      `INSERT INTO tries (id, kind, email_hash, ip) SELECT gen_random_uuid(), 'ebook', '\\x00', ip
       FROM tries CROSS JOIN generate_series(1, 200) WHERE id = (SELECT id FROM tries WHERE kind = 'ebook' LIMIT 1)`,
    );
    expect((await ask(somebody())).body).toMatchObject({ status: 429, code: 'too_many_tries' });
    expect((await visitor.post(page, { email: somebody() })).status).toBe(429);
    await app.db.rows(`DELETE FROM tries WHERE kind = 'ebook'`);
  });

  it('is offered to whoever reads, not to whoever has it, and not on paper', async () => {
    const reader = await app.signIn('learner2');
    const panel = '<parting-offer name="ebook-injecting-well">';
    for (const path of ['/articles/botox-for-pain', '/articles', '/catalogue']) {
      expect((await visitor.get(path)).text).toContain(panel);
      expect((await reader.get(path)).text).toContain(`href="${page}?from=${encodeURIComponent(path)}"`);
    }
    // Without script the same place is a link below the text.
    expect(
      (await visitor.get('/articles/botox-for-pain')).text.match(/href="\/ebooks\/injecting-well\?from/g),
    ).toHaveLength(2);
    for (const path of ['/articles/botox-for-pain?print', '/', '/sign-in', page]) {
      expect((await visitor.get(path)).text).not.toContain(panel);
    }
    await visitor.put(`/api${await linkFor('learner2@demo.glabella.test')}/confirmation`);
    expect((await reader.get('/catalogue')).text).not.toContain(panel);
  });

  it('is counted by people and not by clicks', async () => {
    const admin = await app.signIn('admin');
    const count = async () =>
      (await admin.get('/api/admin/ebooks')).body.items.find((row: { source: string }) => row.source === '/counted');
    const link = await linkFor(somebody(), { source: '/counted' });
    await ask(somebody(), { source: '/counted' });
    await visitor.put(`/api${link}/confirmation`);
    await Promise.all([visitor.get(`${link}/pdf`), visitor.get(`${link}/pdf`), visitor.get(`${link}/pdf`)]);
    expect(await count()).toMatchObject({ ebook: slug, asked: 2, confirmed: 1, pdf: 1, epub: 0 });
    const csv = await admin.get('/admin/ebooks.csv');
    expect(csv.text).toMatch(/^Month \(UTC\),Book,Came from,Asked,Confirmed,Took PDF,Took EPUB\n/);
    expect(csv.text).toMatch(/,injecting-well,\/counted,2,1,1,0\n/);
    expect((await admin.get('/admin/ebooks')).text).toContain('/counted');
    const first = await admin.get('/api/admin/ebooks?limit=1');
    const next = await admin.get(`/api/admin/ebooks?limit=1&after=${encodeURIComponent(first.body.next)}`);
    expect(next.body.items[0]?.id).not.toBe(first.body.items[0].id);
  });

  it('is forgotten with the person', async () => {
    const email = 'learner@demo.glabella.test';
    const { body } = await (await app.signIn('learner')).get('/api/session');
    await app.db.rows('DELETE FROM ebook_requests WHERE address = mail_address($1)', [email]);
    await visitor.put(`/api${await linkFor(email, { news: true })}/confirmation`);
    expect(await requestOf(email)).toBeDefined();
    const person = body.personId ?? body.id;
    await app.get(ErasePerson).execute(person, true);
    expect(await requestOf(email)).toBeUndefined();
  });

  it('leaves data in which everything holds', async () => {
    const found = await app.db.transaction((tx) => checkData(tx, dataChecks));
    expect(found.filter(({ what }) => what.startsWith('request '))).toEqual([]);
  });
});
