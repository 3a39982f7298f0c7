import { PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef } from '@libpdf/core';
import { invalidField } from '../../shared/index.js';

/** Keys of a dictionary that let a document run, carry or fetch something. */
const activeKeys = new Set([
  ...['JS', 'JavaScript', 'AA', 'Launch', 'XFA', 'RichMediaContent', 'RichMediaSettings'],
  ...['EmbeddedFiles', 'EmbeddedFile', 'EF', 'AF'],
]);
/** Actions, by the value of their key `S`. */
const actions = new Set([
  ...[
    'JavaScript',
    'Launch',
    'SubmitForm',
    'ImportData',
    'GoToR',
    'GoToE',
    'Rendition',
    'Movie',
    'Sound',
    'RichMediaExecute',
  ],
]);
const subtypes = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Screen', '3D']);
const mostObjects = 50_000;
const mostPages = 20;

/**
 * Lets a PDF pass that is nothing but pages to look at: whole, open, and without scripts, attached files, media or
 * actions that leave the document. @throws DomainError pdf_broken, pdf_locked, pdf_active, pdf_too_long at `field`
 */
export async function checkPdf(bytes: Buffer, field = 'file'): Promise<void> {
  const broken = () => invalidField(field, 'This PDF cannot be read: the file is damaged.', 'pdf_broken');
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) throw broken();
  if (!bytes.subarray(-1024).includes('%%EOF')) throw broken();
  const pdf = await PDF.load(new Uint8Array(bytes)).catch(() => {
    throw broken();
  });
  if (pdf.isEncrypted) {
    throw invalidField(field, 'This PDF is protected with a password. Send one without.', 'pdf_locked');
  }
  const pages = pdf.getPageCount();
  if (pages === 0) throw broken();
  if (pages > mostPages) {
    throw invalidField(field, `Send at most ${mostPages} pages.`, 'pdf_too_long');
  }
  if (namesInText(bytes).some((name) => activeKeys.has(name)) || isActive(pdf)) {
    throw invalidField(
      field,
      'This PDF holds scripts, files or media. Print it to a new PDF, or send a photograph.',
      'pdf_active',
    );
  }
}

/** Names that stand openly in the file, also where no reader would look for them, with their `#xx` read. */
const namesInText = (bytes: Buffer): string[] =>
  [...bytes.toString('latin1').matchAll(/\/([A-Za-z0-9#]{2,40})/g)].map(([, name]) =>
    name!.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );

/** Everything the catalogue leads to, also what is compressed. */
function isActive(pdf: PDF): boolean {
  const seen = new Set<PdfObject>();
  const left: (PdfObject | null)[] = [pdf.getCatalog()];
  while (left.length > 0) {
    const next = left.pop();
    const object = next instanceof PdfRef ? pdf.getObject(next) : next;
    if (!object || seen.has(object)) continue;
    seen.add(object);
    if (seen.size > mostObjects) return true;
    if (object instanceof PdfDict) {
      if (isActiveDictionary(object)) return true;
      for (const key of object.keys()) left.push(object.get(key) ?? null);
    } else if (object instanceof PdfArray) left.push(...object);
  }
  return false;
}

function isActiveDictionary(dictionary: PdfDict): boolean {
  const named = (key: string) => {
    const value = dictionary.get(key);
    return value instanceof PdfName ? value.value : '';
  };
  const keys = [...dictionary.keys()].map((key) => key.value);
  return keys.some((key) => activeKeys.has(key)) || actions.has(named('S')) || subtypes.has(named('Subtype'));
}
