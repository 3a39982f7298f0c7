import { pictureType, type PictureType, redrawPicture } from '../../documents/index.js';
import { invalidField } from '../../shared/index.js';
import { checkPdf } from './check-pdf.js';

export type PaperType = PictureType | 'application/pdf';

/** A licence paper as it is kept. */
export interface TakenPaper {
  mediaType: PaperType;
  bytes: Buffer;
}

/** Bytes of an upload. */
export const largestPaper = 8_000_000;
/** Pixels of the longer side: enough to read the small print of a page. */
const longest = 3_000;
const mostPixels = 40_000_000;

/**
 * Takes a paper in by its content, whatever its name says. A picture is drawn anew, the right way up: nothing but what is
 * seen comes along. A PDF must be nothing but pages.
 * @throws DomainError paper_too_large, paper_type_refused, paper_broken, pdf_broken, pdf_locked, pdf_active, pdf_too_long
 */
export async function takePaper(bytes: Buffer, field = 'file'): Promise<TakenPaper> {
  if (bytes.length > largestPaper) throw tooLarge(field);
  const mediaType = typeOf(bytes);
  if (!mediaType) {
    throw invalidField(field, 'Send a photograph as JPEG, PNG or WebP, or a PDF.', 'paper_type_refused');
  }
  if (mediaType === 'application/pdf') {
    await checkPdf(bytes, field);
    return { mediaType, bytes };
  }
  return { mediaType, bytes: await drawnAnew(bytes, mediaType, field) };
}

async function drawnAnew(bytes: Buffer, mediaType: PictureType, field: string): Promise<Buffer> {
  const drawn = await redrawPicture(bytes, mediaType, { longest, mostPixels });
  if (!('refused' in drawn)) return drawn.bytes;
  if (drawn.refused === 'too_large') throw tooLarge(field);
  throw invalidField(field, 'This picture cannot be read: the file is damaged.', 'paper_broken');
}

const tooLarge = (field: string) =>
  invalidField(field, 'The file is too large: send at most 8 MB and 40 million pixels.', 'paper_too_large');

const typeOf = (bytes: Buffer): PaperType | undefined =>
  bytes.toString('latin1', 0, 5) === '%PDF-' ? 'application/pdf' : pictureType(bytes);
