import sharp from 'sharp';
import { pictureType, type PictureType } from '../documents/index.js';

export interface PictureFacts {
  mediaType: PictureType;
  width: number;
  height: number;
  /** Whether it says more than what is seen: where and by whom it was taken. */
  tellsMore: boolean;
}

/** Pixels of the longer side: enough for any screen that a lesson is read on. */
export const longestSide = 2_400;

/** What a picture is, by its content; undefined for what is no picture. */
export async function pictureFacts(bytes: Buffer): Promise<PictureFacts | undefined> {
  const mediaType = pictureType(bytes);
  if (!mediaType) return undefined;
  try {
    const { width, height, exif, xmp, iptc } = await sharp(bytes, { limitInputPixels: 50_000_000 }).metadata();
    return { mediaType, width, height, tellsMore: Boolean(exif ?? xmp ?? iptc) };
  } catch {
    return undefined;
  }
}

const endings: Record<PictureType, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

/** How the name of a file with such a picture ends. */
export const endingOf = (type: PictureType): string => endings[type];

/** Where a kept picture is shown from. */
export const pictureAddress = (sha256: string, type: PictureType): string => `/pictures/${sha256}.${endings[type]}`;
