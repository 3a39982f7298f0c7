import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { declareAccessible } from './declare-accessible.js';
import type { PdfSigner } from './pdf-signer.js';

/** Room for the signature, twice its hexadecimal digits in the file: key of 4,096 bits and three certificates. */
const room = 8_192;
const field = 'Signature';

/**
 * The finished document: what `setPdf` made, declared as PDF/UA-1 too and signed over all of its bytes (PAdES B-B).
 * `at` is the signer's claim of when; a time before the certificate began is moved to its beginning, because verifiers
 * refuse it. The same document, signer and time give the same bytes.
 */
export async function signPdf(document: Uint8Array, signer: PdfSigner, at: Date, reason: string): Promise<Buffer> {
  const pdf = await PDF.load(document);
  declareAccessible(pdf);
  addField(pdf);
  const { certificate, issuers } = signer;
  const { bytes } = await pdf.sign({
    signer: {
      certificate: certificate.raw,
      certificateChain: issuers.map(({ raw }) => raw),
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: (data) => signer.sign(data),
    },
    signingTime: at < certificate.validFromDate ? certificate.validFromDate : at,
    reason,
    fieldName: field,
    estimatedSize: room,
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** An empty field for the signature that is nowhere on the page. The library's own would name fonts that are not in the file. */
function addField(pdf: PDF): void {
  const nowhere = new PdfArray([0, 0, 0, 0].map((side) => PdfNumber.of(side)));
  const widget = { Type: PdfName.of('Annot'), Subtype: PdfName.of('Widget'), F: PdfNumber.of(132), Rect: nowhere };
  const names = { T: PdfString.fromString(field), TU: PdfString.fromString('Signature of the issuer') };
  const ref = pdf.register(PdfDict.of({ ...widget, ...names, FT: PdfName.of('Sig'), P: pdf.getPages()[0]!.ref }));
  const form = PdfDict.of({ Fields: new PdfArray([ref]), SigFlags: PdfNumber.of(3) });
  pdf.getCatalog().set('AcroForm', pdf.register(form));
}
