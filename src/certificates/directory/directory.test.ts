import { certify } from '../../../test/fixtures/certified.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { ReinstateCertificate } from '../lifecycle/reinstate-certificate.js';
import { SuspendCertificate } from '../lifecycle/suspend-certificate.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { ChooseListing } from './choose-listing.js';
import { searchesPerMinute } from './search-limit.js';

const html = { accept: 'text/html' };

describe('the directory of the certified', () => {
  let app: TestApp;
  let learner: Client;
  let visitor: Client;
  let own: string;
  let admin: string;
  /** Who asks: each test has a network of its own, so that the limit of one does not stop another. */
  let network = 0;
  const from = () => ({ 'x-forwarded-for': `198.51.100.${network}` });
  beforeAll(async () => {
    app = await testApp({ TRUSTED_PROXIES: 'loopback' });
    [learner, visitor] = [await app.signIn('learner'), app.client()];
    const idOf = async (name: string) =>
      (await app.db.row<{ id: string }>('SELECT id FROM people WHERE email = $1', [`${name}@demo.glabella.test`]))!.id;
    admin = await idOf('admin');
    own = (await certify(app, { personId: await idOf('learner'), name: 'Lena Learner' })).number;
  }, 120_000);
  beforeEach(() => (network += 1));
  afterAll(() => app.close());

  const search = async (query: Record<string, string> = {}) =>
    (await visitor.get(`/api/directory?${new URLSearchParams(query).toString()}`, from())).body;
  const names = async (query: Record<string, string> = {}) =>
    ((await search(query)).items as { name: string }[]).map(({ name }) => name);
  const choose = (reach: string) => learner.put(`/api/certificates/${own}/listing`, { reach });

  it('lists nobody who did not ask for it, and takes them out at once', async () => {
    expect(await names()).toEqual([]);
    expect((await choose('directory')).status).toBe(204);
    expect(await names()).toEqual(['Lena Learner']);
    expect((await choose('nobody')).status).toBe(204);
    expect(await names()).toEqual([]);
  });

  it('is chosen on a page that shows the choice that stands, by the holder alone', async () => {
    const address = `/certificates/${own}/listing`;
    expect((await learner.get('/certificates', html)).text).toContain(address);
    expect((await learner.form(address, {})).text).toContain('Choose who may find you.');
    const answer = await learner.form(address, { reach: 'engines' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/certificates']);
    expect((await learner.get(address, html)).text).toMatch(/value="engines"[^>]*checked/);
    const other = await app.signIn('preceptor');
    for (const refused of [await other.get(address, html), await other.put(`/api${address}`, { reach: 'nobody' })])
      expect(refused.status).toBe(404);
    expect((await learner.put(`/api${address}`, { reach: 'everybody' })).status).toBe(400);
    await choose('nobody');
  });

  it('keeps who chose what, and when, and writes nothing when nothing changes', async () => {
    const rows = () =>
      app.db.rows(
        'SELECT reach FROM directory_listings l JOIN certificates c ON c.id = l.certificate_id WHERE c.number = $1',
        [own],
      );
    const before = (await rows()).length;
    await Promise.all(Array.from({ length: 4 }, () => choose('directory')));
    await choose('engines');
    expect(await rows()).toHaveLength(before + 2);
    await choose('nobody');
    expect(await rows()).toHaveLength(before + 2);
  });

  it('shows what is valid now: suspended is gone at once and back at once, revoked is gone for good', async () => {
    const { personId, number } = await certify(app, { name: 'Sana Standing' });
    await app.get(ChooseListing).execute(personId, number, 'engines');
    const page = async () => (await visitor.get(`/verify/${number}`, html)).headers.get('x-robots-tag');
    const about = { number, cause: 'complaint' as const, reason: 'A report', by: admin };
    expect([await names({ name: 'sana' }), await page()]).toEqual([['Sana Standing'], null]);
    await app.get(SuspendCertificate).execute(about);
    expect([await names({ name: 'sana' }), await page()]).toEqual([[], 'noindex']);
    await app.get(ReinstateCertificate).execute(about);
    expect(await names({ name: 'sana' })).toEqual(['Sana Standing']);
    await app.get(RevokeCertificate).execute({ number, reason: 'Error', by: admin });
    expect(await names({ name: 'sana' })).toEqual([]);
    await expect(app.get(ChooseListing).execute(personId, number, 'directory')).rejects.toMatchObject({
      code: 'not_listable',
    });
    await app.get(ChooseListing).execute(personId, number, 'nobody');
  });

  it('finds by name, place, procedure and certification, in order, page after page', async () => {
    const lips = { slug: 'lip-filler', title: 'Lip filler' };
    for (let n = 0; n < 27; n++) {
      const name = `Pat Paged ${String(n).padStart(2, '0')}`;
      const made = await certify(app, n < 26 ? { name } : { name, place: 'US-NV', procedure: lips });
      await app.get(ChooseListing).execute(made.personId, made.number, 'directory');
    }
    const first = await search({ name: 'PAGED' });
    const second = await search({ name: 'PAGED', after: first.next });
    expect([first.items.length, second.items.length, second.next]).toEqual([25, 2, null]);
    expect([...first.items, ...second.items].map(({ name }: { name: string }) => name).at(-1)).toBe('Pat Paged 26');
    for (const query of [{ place: 'US-NV' }, { procedure: 'lip-filler' }] as Record<string, string>[])
      expect(await names(query)).toEqual(['Pat Paged 26']);
    expect(await names({ certification: 'none-such' })).toEqual([]);
    expect(await names({ name: '%' })).toEqual([]);
    const page = (await visitor.get('/directory?place=US-NV&name=', { ...html, ...from() })).text;
    for (const shown of ['Pat Paged 26', 'Lip filler', 'United States: Nevada']) expect(page).toContain(shown);
  });

  it('says nothing of e-mail addresses, is kept by no search engine, and refuses what it cannot read', async () => {
    await choose('directory');
    const page = await visitor.get('/directory', { ...html, ...from() });
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.text + JSON.stringify(await search())).not.toMatch(/@(demo|example)/);
    expect((await visitor.get('/directory?name=%00', { ...html, ...from() })).status).toBe(422);
    expect((await visitor.get('/api/directory?name=%00', from())).status).toBe(400);
  });

  it('goes with the account', async () => {
    const { personId, number } = await certify(app, { name: 'Gone Tomorrow' });
    await app.get(ChooseListing).execute(personId, number, 'directory');
    await app.db.rows('DELETE FROM people WHERE id = $1', [personId]);
    expect(await names({ name: 'Gone' })).toEqual([]);
    expect((await visitor.get(`/verify/${number}`, html)).text).toContain('Gone Tomorrow');
  });

  it('lets whoever copies it wait, and nobody else', async () => {
    const answers = [];
    for (let n = 0; n <= searchesPerMinute; n++) answers.push(await visitor.get('/api/directory', from()));
    expect(answers.at(-2)!.status).toBe(200);
    expect([answers.at(-1)!.status, answers.at(-1)!.body.code]).toEqual([429, 'too_many_searches']);
    expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0);
    network += 100;
    expect((await visitor.get('/directory', { ...html, ...from() })).status).toBe(200);
  });
});
