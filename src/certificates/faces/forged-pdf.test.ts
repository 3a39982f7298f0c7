import { PDF, rgb } from '@libpdf/core';
import { graduate } from '../../../test/fixtures/graduate.js';
import { testApp, type TestApp } from '../../../test/support/index.js';
import { pemSigner, selfSigned, signPdf } from '../../documents/index.js';
import { IssueCertificates } from '../issuing/issue-certificates.js';
import { exampleClaim } from '../credential/claim.example.js';
import type { SignedCredential } from '../credential/sign-credential.js';
import { renderCertificate } from '../pdf/render-certificate.js';

describe('a forged PDF of a certificate', () => {
  let app: TestApp;
  let hers: { number: string; pdf: Buffer; credential: SignedCredential };
  let his: typeof hers;

  beforeAll(async () => {
    app = await testApp({ TRUSTED_PROXIES: 'loopback' });
    hers = await issued('Honest Holder');
    his = await issued('Another Person');
  }, 120_000);
  afterAll(() => app.close());

  async function issued(name: string): Promise<typeof hers> {
    const personId = await graduate(app, name, 'foundations');
    await app.get(IssueCertificates).execute(personId);
    const { number } = (await app.db.row<{ number: string }>('SELECT number FROM certificates WHERE person_id = $1', [
      personId,
    ]))!;
    const [pdf, credential] = await Promise.all([
      fetch(`${app.url}/certificates/${number}.pdf`).then(async (answer) => Buffer.from(await answer.arrayBuffer())),
      fetch(`${app.url}/certificates/${number}.json`).then((answer) => answer.json() as Promise<SignedCredential>),
    ]);
    return { number, pdf, credential };
  }

  let network = 0;
  /** What program and person are told of a file, each from a network of its own. */
  async function told(pdf: Uint8Array) {
    const from = { 'x-forwarded-for': `203.0.${(network += 1)}.1` };
    const visitor = app.client();
    const { body } = await visitor.raw<any>('POST', '/api/verify', Buffer.from(pdf), {
      ...from,
      'content-type': 'application/octet-stream',
    });
    const form = new FormData();
    form.set('file', new File([new Uint8Array(pdf)], 'certificate.pdf'));
    const page = await fetch(`${app.url}/verify`, {
      method: 'POST',
      body: form,
      headers: { ...from, origin: app.url },
    });
    return { body, page: await page.text() };
  }

  const changedPicture = 'This file is not as we give it out: do not go by what it shows.';
  const credentialText = ({ credential }: typeof hers) => JSON.stringify(credential);
  const attachment = (text: string) =>
    `\n900 0 obj\n<< /Type /EmbeddedFile /Length ${text.length} >>\nstream\n${text}\nendstream\nendobj\n%%EOF\n`;

  it('is told from the genuine one, of which both say that it is as given out', async () => {
    const { body, page } = await told(hers.pdf);
    expect(body).toMatchObject({ conclusion: 'in_force', asPrinted: true, certificate: { number: hers.number } });
    expect(page).toContain('byte for byte, a file as we give it out');
    expect(page).not.toContain(changedPicture);
  });

  it('is seen through when one byte of its picture was changed', async () => {
    const place = hers.pdf.indexOf('stream') + 40;
    const changed = Buffer.from(hers.pdf);
    changed[place]! ^= 1;
    const { body, page } = await told(changed);
    expect(body).toMatchObject({ conclusion: 'in_force', asPrinted: false });
    expect(page).toContain(changedPicture);
  });

  it('is seen through when another name was drawn over it, saved anew or behind the signature', async () => {
    for (const incremental of [true, false]) {
      const pdf = await PDF.load(hers.pdf);
      pdf.getPages()[0]!.drawText('Mallory Quack', { x: 100, y: 300, size: 40, color: rgb(0, 0, 0) });
      const { body, page } = await told(await pdf.save({ incremental }));
      expect(body).toMatchObject({ asPrinted: false, certificate: { holder: { name: 'Honest Holder' } } });
      expect(page).toContain(changedPicture);
      expect(page).not.toContain('Mallory');
    }
  });

  it('is refused when a second credential was added', async () => {
    const { body, page } = await told(Buffer.concat([hers.pdf, Buffer.from(attachment(credentialText(his)))]));
    expect(body).toMatchObject({ code: 'face_unreadable' });
    expect(page).toContain('carries more than one certificate');
  });

  it('names whom the credential inside names, and not whom the picture shows', async () => {
    const swapped = renderCertificate(
      { ...exampleClaim, holderName: 'Mallory Quack' },
      `${app.url}/verify/${his.number}`,
      his.credential,
    );
    const { body, page } = await told(swapped);
    expect(body).toMatchObject({ asPrinted: false, certificate: { number: his.number } });
    for (const words of ['Another Person', changedPicture]) expect(page).toContain(words);
    expect(page).not.toContain('Mallory');
  });

  it('is seen through when a stranger signed it, in our name', async () => {
    const pems = await selfSigned('Glabella');
    const sheet = renderCertificate(exampleClaim, `${app.url}/verify/${hers.number}`, hers.credential);
    const signed = await signPdf(sheet, pemSigner(pems.key, pems.certificate), new Date(0), 'Certificate');
    const { body, page } = await told(signed);
    expect(body).toMatchObject({ asPrinted: false, certificate: { number: hers.number } });
    expect(page).toContain(changedPicture);
  });

  it('is not genuine when its credential was rewritten, however well the PDF is signed', async () => {
    const rewritten = JSON.parse(credentialText(hers).replaceAll('Honest Holder', 'Mallory Quack')) as SignedCredential;
    const { body, page } = await told(renderCertificate(exampleClaim, 'https://glabella.example', rewritten));
    expect(body).toMatchObject({ conclusion: 'not_genuine', asPrinted: null });
    expect(page).toContain('Not genuine');
    expect(page).not.toContain('Mallory');
  });

  it('shows a certificate that was revoked since as revoked', async () => {
    const admin = await app.signIn('admin');
    await admin.post(`/api/admin/certificates/${his.number}/revocation`, { reason: 'Issued in error' });
    const { body, page } = await told(his.pdf);
    expect(body).toMatchObject({ conclusion: 'not_in_force', certificate: { status: 'revoked' } });
    expect(page).toContain('Revoked');
  });

  it('is kept out of search engines like every file of a certificate, found or not', async () => {
    for (const face of ['json', 'jwt', 'png', 'svg', 'pdf'])
      for (const number of [hers.number, his.number, 'GL-0123-4567-89AB-CDEF-5']) {
        const answer = await app.client().get(`/certificates/${number}.${face}`);
        expect([face, answer.status, answer.headers.get('x-robots-tag')]).toEqual([face, answer.status, 'noindex']);
      }
  });
});
