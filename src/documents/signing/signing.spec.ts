import fc from 'fast-check';
import { pdfSignature, pemSigner, type PdfSigner, selfSigned, setPdf, signPdf } from '../index.js';
import { der, DerError, oid, readDer } from './der.js';

const sheet =
  '#set document(title: "Sheet", date: datetime(year: 2026, month: 12, day: 1))\n#json(bytes(sys.inputs.data)).text';
const at = new Date('2026-12-01T09:30:00Z');

let pems: { key: string; certificate: string };
let stranger: { key: string; certificate: string };
let signer: PdfSigner;
let signed: Buffer;
beforeAll(async () => {
  [pems, stranger] = await Promise.all([selfSigned('Example'), selfSigned('Example')]);
  signer = pemSigner(pems.key, pems.certificate);
  signed = await signPdf(setPdf(sheet, { text: 'Lena' }), signer, at, 'Issued');
});

describe('a signed document', () => {
  it('is the same bytes for the same words and the same time', async () => {
    const again = await signPdf(setPdf(sheet, { text: 'Lena' }), signer, at, 'Issued');
    expect(again.equals(signed)).toBe(true);
  });

  it('says of itself that it is PDF/A-3a and PDF/UA-1, and describes the words it says so with', () => {
    const text = signed.subarray(signed.indexOf('%%EOF')).toString('utf8');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(text).not.toContain('Helvetica');
  });

  it('is known as ours, also when the key was changed since', () => {
    expect(pdfSignature(signed, signer.known)).toEqual({ intact: true, by: signer.certificate });
    const next = pemSigner(stranger.key, stranger.certificate + pems.certificate);
    expect(next.known).toHaveLength(2);
    expect(pdfSignature(new Uint8Array(signed), next.known)).toMatchObject({ intact: true });
  });

  it('is not known when another signed it, whatever name the certificate gives', async () => {
    const theirs = pemSigner(stranger.key, stranger.certificate);
    const forged = await signPdf(setPdf(sheet, { text: 'Lena' }), theirs, at, 'Issued');
    expect(theirs.certificate.subject).toBe(signer.certificate.subject);
    expect(pdfSignature(forged, signer.known)).toEqual({ intact: false, reason: 'unknown_signer' });
  });

  it('is changed by any single byte, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = Buffer.from(signed);
        damaged[place]! ^= change;
        const verdict = pdfSignature(damaged, signer.known);
        // Zeros fill the room that the signature leaves, and digits of either case say the same.
        expect(!verdict.intact || isInSignature(place)).toBe(true);
      }),
    );
  });

  it('is changed by what is written behind it, as a PDF may be', () => {
    const added = Buffer.concat([signed, Buffer.from('\n5 0 obj\n<< >>\nendobj\n%%EOF\n')]);
    expect(pdfSignature(added, signer.known)).toEqual({ intact: false, reason: 'changed' });
  });

  it('is unsigned without a signature, and changed with half of one or with two', () => {
    const without = setPdf(sheet, { text: 'Lena' });
    expect(pdfSignature(without, signer.known)).toEqual({ intact: false, reason: 'unsigned' });
    const range = '/ByteRange [0 5 10 5 ]';
    for (const text of [`%PDF-${'<3080>'}${range}`, `%PDF-<0000>${range}`, range.repeat(2)]) {
      const file = Buffer.from(text.replace(/5 \]/, `${text.length - 10} ]`));
      expect(pdfSignature(file, signer.known)).toEqual({ intact: false, reason: 'changed' });
    }
  });

  const isInSignature = (place: number) => {
    const [start, end] = [signed.indexOf('/Contents <30') + 10, signed.indexOf('>', signed.indexOf('/Contents <30'))];
    return place > start && place < end;
  };
});

describe('a signer', () => {
  it('is dated by its certificate when a document is older', async () => {
    const early = await signPdf(setPdf(sheet, { text: 'Lena' }), signer, new Date('2001-01-01T00:00:00Z'), 'Issued');
    expect(early.toString('latin1')).toContain('/M (D:20200101000000Z)');
  });

  it('is refused when key and certificate do not fit', () => {
    expect(() => pemSigner(pems.key, stranger.certificate)).toThrow('does not belong');
    expect(() => pemSigner(pems.key, 'nothing')).toThrow('does not belong');
    expect(() => pemSigner('nothing', pems.certificate)).toThrow();
  });
});

describe('DER', () => {
  it('reads back what it wrote, at every length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
        expect(readDer(der(4, bytes)).content.equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
    expect(oid('1.2.840.113549.1.1.11').toString('hex')).toBe('06092a864886f70d01010b');
  });

  it('refuses what is cut off or has no length', () => {
    for (const bytes of ['30', '3005ff', '3080', '30850000000001', '']) {
      expect(() => readDer(Buffer.from(bytes, 'hex'))).toThrow(DerError);
    }
  });
});
