import sharp from 'sharp';
import { invalidField } from '../../shared/index.js';
import { checkPdf } from './check-pdf.js';

export type PaperType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

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

async function drawnAnew(bytes: Buffer, mediaType: PaperType, field: string): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .toFormat(mediaType.slice('image/'.length) as 'png' | 'jpeg' | 'webp')
      .toBuffer();
  } catch (error) {
    if (error instanceof Error && error.message.includes('pixel limit')) throw tooLarge(field);
    throw invalidField(field, 'This picture cannot be read: the file is damaged.', 'paper_broken');
  }
}

const tooLarge = (field: string) =>
  invalidField(field, 'The file is too large: send at most 8 MB and 40 million pixels.', 'paper_too_large');

/** By the first bytes. */
function typeOf(bytes: Buffer): PaperType | undefined {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  return text(0, 5) === '%PDF-' ? 'application/pdf' : undefined;
}
