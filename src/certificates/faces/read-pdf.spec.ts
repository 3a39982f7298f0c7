import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { exampleClaim } from '../credential/claim.example.js';
import { renderCertificate } from '../pdf/render-certificate.js';
import { limits, readPdf } from './read-pdf.js';

const credential = {
  id: 'urn:example:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  credentialSubject: { name: 'Łucja 王' },
  proof: [],
};
const text = JSON.stringify(credential);
const ours = renderCertificate(exampleClaim, 'https://glabella.example/verify/1', credential);

const embedded = (body: Buffer | string, filter = '') =>
  Buffer.concat([
    Buffer.from(`9 0 obj\n<< /Type /EmbeddedFile ${filter} /Length 1 >>\nstream\n`),
    Buffer.from(body),
    Buffer.from('\nendstream\nendobj\n'),
  ]);
const pdf = (...objects: (Buffer | string)[]) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects.map((one) => Buffer.from(one))]);
const flate = '/Filter /FlateDecode';
const unreadable = { refused: 'None of the attachments of the PDF is a certificate that can be read.' };

describe('the credential in a PDF', () => {
  it('is found in our own, character by character', () => {
    expect(readPdf(ours)).toEqual({ credential: text });
    expect(readPdf(new Uint8Array(ours))).toEqual({ credential: text });
  });

  it('is found when another program saved the file, compressed or not', () => {
    const before = pdf('4 0 obj\n<< /Names << /EmbeddedFiles 5 0 R >> >>\nendobj\n');
    for (const one of [embedded(deflateSync(text), '/Filter [ /FlateDecode ]'), embedded(text)]) {
      expect(readPdf(Buffer.concat([before, one]))).toEqual({ credential: text });
    }
  });

  it('may be there twice, and never in two versions', () => {
    const same = pdf(embedded(text), embedded(deflateSync(text), flate));
    expect(readPdf(same)).toEqual({ credential: text });
    const other = embedded(text.replace('Łucja', 'Anna'));
    expect(readPdf(Buffer.concat([same, other]))).toEqual({ refused: 'The PDF carries more than one certificate.' });
  });

  it('is not looked for in what is no PDF, or too large', () => {
    expect(readPdf(Buffer.from(text))).toEqual({ refused: 'The file is not a PDF.' });
    expect(readPdf(Buffer.alloc(limits.pdf + 1))).toEqual({ refused: 'The PDF is larger than 5 MB.' });
  });

  it('is missed with a reason', () => {
    expect(readPdf(pdf('1 0 obj\n<< >>\nendobj\n'))).toMatchObject({
      refused: expect.stringContaining('scanned copy'),
    });
    expect(readPdf(pdf(embedded('{"type":["Other"]}'), embedded('no JSON')))).toEqual(unreadable);
    expect(readPdf(pdf(embedded('x', flate), 'trailer << /Encrypt 3 0 R >>'))).toEqual({
      refused: 'The PDF is protected with a password.',
    });
  });

  it('is inflated to one mebibyte at most, through one filter, from a dictionary of ordinary size', () => {
    const bomb = deflateSync(text + ' '.repeat(20 * 1024 * 1024));
    expect(Object.keys(readPdf(pdf(embedded(bomb, flate))))).toEqual(['refused']);
    expect(readPdf(pdf(embedded(deflateSync(deflateSync(text)), '/Filter [/FlateDecode /FlateDecode]')))).toEqual(
      unreadable,
    );
    expect(readPdf(pdf(embedded(deflateSync(text), '/Filter /LZWDecode')))).toEqual(unreadable);
    expect(readPdf(pdf(embedded(deflateSync(text), `${flate} /DecodeParms << /Predictor 12 >>`)))).toEqual(unreadable);
    expect(readPdf(pdf(embedded(text, `/Pad (${'x'.repeat(limits.dictionary)})`)))).toEqual(unreadable);
    expect(readPdf(pdf(`${'x'.repeat(limits.dictionary)}/EmbeddedFile >> stream\n${text}endstream`))).toEqual(
      unreadable,
    );
    expect(readPdf(pdf('/EmbeddedFile endobj '.repeat(100_000)))).toEqual({
      refused: 'The PDF has too many attachments.',
    });
  });

  it('throws nothing, whatever the bytes', () => {
    readPdf(Buffer.from(`%PDF-${'/EmbeddedFiles>>stream'.repeat(200_000)}`));
    fc.assert(
      fc.property(fc.nat(ours.length - 1), fc.uint8Array({ maxLength: 40 }), (at, noise) => {
        const damaged = Buffer.from(ours);
        damaged.set(noise.subarray(0, damaged.length - at), at);
        expect(Object.keys(readPdf(damaged))).toHaveLength(1);
        const cut = readPdf(damaged.subarray(0, at));
        expect('refused' in cut || cut.credential === text).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
