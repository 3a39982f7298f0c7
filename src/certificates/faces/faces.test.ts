import { graduate } from '../../../test/fixtures/graduate.js';
import { type Client, eventually, testApp, type TestApp } from '../../../test/support/index.js';
import { entryLeaf } from '../log/log-entry.js';
import { provesInclusion } from '../log/merkle.js';
import { IssueCertificates } from '../issuing/issue-certificates.js';
import { pngChunks, writePng } from './png-chunks.js';

describe('the faces of a certificate', () => {
  let app: TestApp;
  let visitor: Client;
  let number: string;
  let files: Record<'json' | 'jwt' | 'png' | 'svg' | 'pdf', Buffer>;

  beforeAll(async () => {
    app = await testApp();
    visitor = app.client();
    const personId = await graduate(app, 'Zoë <b>Ångström</b> & "Co"', 'foundations');
    await app.get(IssueCertificates).execute(personId);
    number = (await app.db.row<{ number: string }>('SELECT number FROM certificates WHERE person_id = $1', [personId]))!
      .number;
    const [json, jwt, png, svg, pdf] = await Promise.all(['json', 'jwt', 'png', 'svg', 'pdf'].map(file));
    files = { json: json!, jwt: jwt!, png: png!, svg: svg!, pdf: pdf! };
  }, 120_000);
  afterAll(() => app.close());

  async function file(face: string): Promise<Buffer> {
    const answer = await fetch(`${app.url}/certificates/${number}.${face}`);
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  }

  const check = (bytes: Buffer | string) =>
    visitor.raw<any>('POST', '/api/verify', Buffer.from(bytes), { 'content-type': 'application/octet-stream' });

  async function checkOnPage(bytes: Buffer | string | undefined) {
    const form = new FormData();
    if (bytes !== undefined) form.set('file', new File([new Uint8Array(Buffer.from(bytes))], 'anything.bin'));
    const answer = await fetch(`${app.url}/verify`, { method: 'POST', body: form, headers: { origin: app.url } });
    return { status: answer.status, text: await answer.text(), cache: answer.headers.get('cache-control') };
  }

  it('are five files, each of its own type and the same bytes when asked again', async () => {
    const types = {
      json: 'application/vc',
      jwt: 'text/plain',
      png: 'image/png',
      svg: 'image/svg+xml',
      pdf: 'application/pdf',
    };
    for (const [face, type] of Object.entries(types)) {
      const answer = await fetch(`${app.url}/certificates/${number}.${face}`);
      expect([face, answer.headers.get('content-type')]).toEqual([face, expect.stringContaining(type)]);
      const again = Buffer.from(await answer.arrayBuffer());
      expect([face, again.equals(files[face as 'json'])]).toEqual([face, true]);
    }
  });

  it('are each found genuine when they are uploaded, and agree with the record', async () => {
    for (const [face, bytes] of Object.entries(files)) {
      const { status, body } = await check(bytes);
      expect([status, body]).toMatchObject([
        200,
        { conclusion: 'in_force', face, recorded: true, agrees: true, certificate: { number, status: 'valid' } },
      ]);
      expect(body.asPrinted).toBe(face === 'json' || face === 'jwt' ? null : true);
    }
  });

  it('are checked on the page too, which shows our record and never the file', async () => {
    const { status, text, cache } = await checkOnPage(files.svg);
    expect([status, cache]).toEqual([200, 'no-store']);
    for (const words of ['Valid', number, 'Genuine', 'byte for byte', 'Zoë &lt;b>Ångström&lt;/b> &amp; &#34;Co&#34;'])
      expect(text).toContain(words);
    expect(text).not.toContain('<b>Ångström');
  });

  it('are seen through when the picture around a genuine credential was changed', async () => {
    const chunks = [...pngChunks(files.png)].filter(({ type }) => type !== 'pHYs');
    const chunk = { type: 'tEXt', data: Buffer.from('Comment\0changed') };
    const { body } = await check(writePng([...chunks.slice(0, -1), chunk, chunks.at(-1)!]));
    expect(body).toMatchObject({ conclusion: 'in_force', asPrinted: false });
  });

  it('are seen through when something was written behind the signature of a PDF', async () => {
    const added = Buffer.concat([files.pdf, Buffer.from('\n1 0 obj\n<< >>\nendobj\n%%EOF\n')]);
    expect((await check(added)).body).toMatchObject({ conclusion: 'in_force', asPrinted: false });
  });

  it('are refused when anything in them was changed', async () => {
    const changed = files.json.toString().replace('Foundations', 'Foundationz');
    expect((await check(changed)).body).toMatchObject({
      conclusion: 'not_genuine',
      signature: { reason: 'proof_invalid' },
    });
    const page = await checkOnPage(changed);
    expect(page.text).toContain('Not genuine');
    const stranger = files.json.toString().replaceAll(/did:web:[^#"]+/g, 'did:web:elsewhere.example');
    expect((await check(stranger)).body).toMatchObject({ conclusion: 'foreign' });
    expect((await check('{"hello":"world"}')).body).toMatchObject({ conclusion: 'not_genuine', recorded: false });
  });

  it('are an error at the field when nothing can be read in them', async () => {
    for (const [bytes, words] of [
      ['', 'Choose a file'],
      ['just words', 'This is no certificate file'],
      [undefined, 'Choose a file'],
    ] as const) {
      const { status, text } = await checkOnPage(bytes);
      expect([status, text.includes(words), text.includes('aria-invalid="true"')]).toEqual([422, true, true]);
    }
    expect((await check('{"id":')).body).toMatchObject({
      code: 'face_unreadable',
      errors: { file: expect.any(String) as string },
    });
    for (const size of [5_000_001, 30_000_000])
      expect((await check(Buffer.alloc(size, 0x7b))).body).toMatchObject({ code: 'file_too_large' });
  });

  it('are in the issuance log, whose proof anybody can check', async () => {
    const json = JSON.parse(files.json.toString()) as { proof: { proofValue: string }[] };
    const proven = await eventually(async () => {
      const { status, body } = await visitor.get<any>(`/credentials/log/proof/${number}`);
      expect(status).toBe(200);
      return body;
    });
    const leaf = entryLeaf('issued', json.proof[0]!.proofValue);
    expect(proven.leaf).toBe(leaf.toString('base64url'));
    const bytes = (text: string) => Buffer.from(text, 'base64url');
    const { position, proof, head } = proven;
    expect(provesInclusion(leaf, position, head.size, proof.map(bytes), bytes(head.root))).toBe(true);
    expect((await visitor.get<any>('/credentials/log')).body).toMatchObject({ size: head.size, root: head.root });
    expect((await visitor.get<any>(`/credentials/log/entries?start=${position}`)).body.leaves[0]).toBe(proven.leaf);
    expect((await visitor.get(`/credentials/log/consistency?from=1&to=${head.size}`)).status).toBe(200);
    expect((await visitor.get('/credentials/log/consistency?from=9&to=2')).status).toBe(404);
    expect((await visitor.get('/credentials/log/proof/GL-0123-4567-89AB-CDEF-5')).status).toBe(404);
  });

  it('are not in force once revoked: credential and token say so, pictures are no longer given', async () => {
    const admin = await app.signIn('admin');
    await admin.post(`/api/admin/certificates/${number}/revocation`, { reason: 'Issued in error' });
    for (const bytes of [files.json, files.jwt, files.pdf]) {
      expect((await check(bytes)).body).toMatchObject({
        conclusion: 'not_in_force',
        signature: { fits: true, reason: 'revoked' },
        certificate: { status: 'revoked', links: { png: null } },
      });
    }
    for (const face of ['png', 'svg', 'pdf'])
      expect((await visitor.get(`/certificates/${number}.${face}`)).status).toBe(410);
    for (const face of ['json', 'jwt']) expect((await visitor.get(`/certificates/${number}.${face}`)).status).toBe(200);
  });

  it('are not checked without end for one visitor', async () => {
    let last = await check('x');
    for (let more = 0; more < 30 && last.status !== 429; more += 1) last = await check('x');
    expect(last.body).toMatchObject({ code: 'too_many_uploads', retryAfterSeconds: expect.any(Number) });
    expect((await visitor.get(`/verify/${number}`)).status).toBe(200);
  });
});
