import { pictureType, type PictureType, redrawPicture } from '../../documents/index.js';

export type HandedIn = PictureType | 'application/pdf';
export type TakenFile = { type: HandedIn; bytes: Buffer } | { refused: 'type' | 'too_large' | 'broken' };

/** Enough to judge a photograph by: what phones take today, in pixels of its longer side. */
const limits = { longest: 4_000, mostPixels: 50_000_000 };

/**
 * A file that is handed in, by its content and not by its name. A photograph is drawn anew: it may show a patient, and
 * must not say where and when. A PDF is kept as it is, and given out for download alone.
 */
export async function takeFile(bytes: Buffer): Promise<TakenFile> {
  if (bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return { type: 'application/pdf', bytes };
  const type = pictureType(bytes);
  if (!type) return { refused: 'type' };
  const drawn = await redrawPicture(bytes, type, limits);
  return 'refused' in drawn ? drawn : { type, bytes: drawn.bytes };
}
