import yauzl from 'yauzl';
import { certify } from '../../../test/fixtures/certified.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { openingsPerMinute } from './opening-limit.js';

const html = { accept: 'text/html' };
const json = { accept: 'application/json' };

describe('a packet for an insurer or employer', () => {
  let app: TestApp;
  let learner: Client;
  let visitor: Client;
  let personId: string;
  let number: string;
  /** Each test comes from a network of its own, so that the limit of one does not stop another. */
  let network = 0;
  const from = (headers = json as Record<string, string>) => ({
    ...headers,
    'x-forwarded-for': `203.0.${network}.77`,
  });
  beforeAll(async () => {
    app = await testApp({ TRUSTED_PROXIES: 'loopback' });
    [learner, visitor] = [await app.signIn('learner'), app.client()];
    personId = (await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email = 'learner@demo.glabella.test'`))!
      .id;
    number = (await certify(app, { personId, name: 'Lena Learner' })).number;
    await app.db.rows(
      `INSERT INTO licences (id, person_id, profession, jurisdiction, number, holder_name, expires_on, status, checked_on)
       VALUES (gen_random_uuid(), $1, 'rn', 'US-CA', 'SECRET-4711', 'Holder', now()::date + 400, 'verified', '2026-11-01')`,
      [personId],
    );
    await app.db.rows(
      `INSERT INTO education_hours (id, person_id, category, minutes, title, provider, held_on, status, decided_by, decided_at)
       SELECT gen_random_uuid(), $1::uuid, category, 90, 't', 'p', held, status, $2::uuid, now() FROM (VALUES
         ('safety', now()::date - 9, 'accepted'), ('safety', now()::date - 8, 'accepted'),
         ('safety', now()::date - 1000, 'accepted')) AS given (category, held, status)`,
      [personId, (await certify(app)).personId],
    );
  }, 120_000);
  beforeEach(() => (network += 1));
  afterAll(() => app.close());

  const wanted = (changes: object = {}) => ({ recipient: 'Acme Insurance', certificates: [number], ...changes });
  const make = async (changes: object = {}) => {
    const { body } = await learner.post('/api/packets', wanted(changes));
    return { ...body, path: new URL(body.link).pathname } as { id: string; path: string; until: string };
  };
  const open = async (path: string) => (await visitor.get(path, from())).body;
  const own = async (id: string) =>
    ((await learner.get('/api/packets')).body.items as { id: string }[]).find((one) => one.id === id) as any;

  it('is a link of 128 bits of which only the hash is kept, open for 30 days unless said otherwise', async () => {
    const { path, until } = await make();
    expect(path).toMatch(/^\/packets\/[\w-]{22}$/);
    expect((+new Date(until) - Date.now()) / 86_400_000).toBeCloseTo(30, 1);
    const kept = JSON.stringify(await app.db.rows('SELECT * FROM packets'));
    expect(kept).not.toContain(path.slice('/packets/'.length));
  });

  it('shows nothing the holder did not agree to', async () => {
    const bare = await open((await make()).path);
    expect(bare).toMatchObject({ holder: 'Lena Learner', practice: null, hours: null });
    expect(bare.certificates).toMatchObject([{ number, status: 'valid', procedures: ['Glabellar lines'] }]);
    expect(bare.licences).toMatchObject([{ profession: 'rn', place: 'US-CA', number: null, checkedOn: '2026-11-01' }]);
    const { path } = await make();
    const page = (await visitor.get(path, from(html))).text;
    expect(page).toContain('Licence last checked on');
    for (const kept of ['SECRET-4711', 'Observed procedures', 'Continuing education', '@demo', '@example'])
      expect(page).not.toContain(kept);
  });

  it('shows what the holder ticked: licence number, signed procedures and hours of two years', async () => {
    const { path } = await make({ shows: ['licence', 'practice', 'hours'] });
    const full = await open(path);
    expect(full.licences[0].number).toBe('SECRET-4711');
    expect(full.hours.categories).toEqual([{ category: 'safety', minutes: 180 }]);
    expect(Array.isArray(full.practice)).toBe(true);
    const page = (await visitor.get(path, from(html))).text;
    for (const shown of ['SECRET-4711', 'Observed procedures', 'Safety', 'Acme Insurance'])
      expect(page).toContain(shown);
  });

  it('tells nobody else of its address', async () => {
    const { path } = await make();
    for (const address of [path, '/packets/nothing-like-it', `${path}/packet.pdf`, '/packets/none/packet.zip']) {
      const { headers } = await visitor.get(address, from(html));
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('comes as a sheet, and as a ZIP with each certificate', async () => {
    const { path, id } = await make();
    const pdf = await visitor.get(`${path}/packet.pdf`, from());
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.text.startsWith('%PDF-1.7')).toBe(true);
    const bytes = Buffer.from(
      await (await fetch(new URL(`${path}/packet.zip`, app.url), { headers: from() })).arrayBuffer(),
    );
    expect(await namesIn(bytes)).toEqual(['packet.pdf', 'packet.json', `${number}.json`, `${number}.pdf`]);
    expect((await own(id)).openings.map(({ face }: { face: string }) => face)).toEqual(['zip', 'pdf']);
  });

  it('shows its holder when it was opened, and from which network but not from which address', async () => {
    const { path, id } = await make();
    await visitor.get(path, from(html));
    expect((await own(id)).openings).toMatchObject([{ face: 'page', network: `203.0.${network}.0/24` }]);
    const page = (await learner.get('/packets', html)).text;
    expect(page).toContain(`203.0.${network}.0/24`);
    expect(page).not.toContain(`203.0.${network}.77`);
    await expect(app.db.rows(`UPDATE packet_openings SET network = 'x'`)).rejects.toThrow('append-only');
  });

  it('says what the certificates are worth now', async () => {
    const { personId: admin } = await certify(app);
    const other = await certify(app, { name: 'Rita Revoked' });
    const made = await make();
    await app.db.rows(`INSERT INTO packet_certificates SELECT $1, id FROM certificates WHERE number = $2`, [
      made.id,
      other.number,
    ]);
    await app.get(RevokeCertificate).execute({ number: other.number, reason: 'Error', by: admin });
    const { certificates } = await open(made.path);
    expect(certificates.map(({ status }: { status: string }) => status)).toEqual(['revoked', 'valid']);
  });

  it('answers unknown, ended and withdrawn links alike, whatever is asked of them', async () => {
    const [ended, withdrawn] = [await make(), await make()];
    await app.db.rows(
      `UPDATE packets SET created_at = created_at - interval '31 days', until = until - interval '31 days' WHERE id = $1`,
      [ended.id],
    );
    for (let twice = 0; twice < 2; twice++)
      expect((await learner.post(`/api/packets/${withdrawn.id}/withdrawal`)).status).toBe(204);
    const paths = [ended.path, withdrawn.path, '/packets/AAAAAAAAAAAAAAAAAAAAAA', `/packets/${'x'.repeat(300)}`];
    for (const [suffix, accept] of [
      ['', html],
      ['', json],
      ['/packet.pdf', json],
      ['/packet.zip', json],
    ] as const) {
      const answers = [];
      for (const path of paths) {
        const { status, text } = await visitor.get(path + suffix, from(accept));
        answers.push({ status, text: text.replaceAll(path, '').replace(/nonce="[^"]+"|"requestId":"[^"]+"/g, '') });
      }
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    }
    expect((await own(withdrawn.id)).openings).toEqual([]);
  });

  it('lets whoever tries many links wait, and stays open for others', async () => {
    const { path } = await make();
    for (let n = 0; n < openingsPerMinute; n++) await visitor.get(`/packets/guess-${n}`, from());
    for (const tried of [path, '/packets/guess'])
      expect((await visitor.get(tried, from())).body.code).toBe('too_many_openings');
    network += 1;
    expect((await visitor.get(path, from())).status).toBe(200);
  });

  it('is made and taken back on a page, which tells the link once and keeps what was typed', async () => {
    const refused = await learner.form('/packets', { recipient: 'Clinic & Sons', days: '91' });
    expect(refused.status).toBe(422);
    for (const said of ['Choose 1 to 90 days.', 'Choose at least one certificate.', 'value="Clinic & Sons"'])
      expect(refused.text).toContain(said);
    const made = await learner.form('/packets', {
      recipient: 'Clinic',
      days: '90',
      certificates: number,
      shows: 'hours',
    });
    expect([made.status, made.headers.get('location')]).toEqual([201, null]);
    const [path] = /\/packets\/[\w-]{22}(?=")/.exec(made.text)!;
    expect((await visitor.get(path, from(html))).status).toBe(200);
    const list = (await learner.get('/packets', html)).text;
    expect(list).not.toContain(path);
    const id = /\/packets\/([\w-]{36})\/withdrawal/.exec(list)![1]!;
    expect((await learner.form(`/packets/${id}/withdrawal`, {})).status).toBe(303);
    expect((await visitor.get(path, from(html))).status).toBe(404);
  });

  it('shows one’s own certificates and nobody else’s, and is taken back by its holder alone', async () => {
    const other = await certify(app);
    const refused = await learner.post('/api/packets', wanted({ certificates: [number, other.number] }));
    expect([refused.status, refused.body.code]).toEqual([422, 'not_yours']);
    const { id, path } = await make();
    const stranger = await app.signIn('preceptor');
    expect((await stranger.post(`/api/packets/${id}/withdrawal`)).status).toBe(404);
    expect((await stranger.get('/api/packets')).body.items).toEqual([]);
    expect((await visitor.get(path, from())).status).toBe(200);
  });

  it('is one of fifty at most', async () => {
    const many = await Promise.all(Array.from({ length: 60 }, () => learner.post('/api/packets', wanted())));
    expect(many.some(({ body }) => body.code === 'too_many_packets')).toBe(true);
    const open = await app.db.row('SELECT count(*) FROM packets WHERE withdrawn_at IS NULL AND until > now()');
    expect(open).toEqual({ count: 50 });
  });
});

const namesIn = (bytes: Buffer) =>
  new Promise<string[]>((done, failed) =>
    yauzl.fromBuffer(bytes, { lazyEntries: false }, (error, archive) => {
      if (error) return failed(error);
      const names: string[] = [];
      archive.on('entry', ({ fileName }: { fileName: string }) => names.push(fileName)).on('end', () => done(names));
    }),
  );
