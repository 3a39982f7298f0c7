import sharp from 'sharp';
import { invalidField } from '../../shared/index.js';

/** A picture as it is kept: written anew, so that nothing but the picture itself came along. */
export interface TakenPicture {
  mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  bytes: Buffer;
  width: number;
  height: number;
}

/** Bytes of an upload. */
export const largestPicture = 8_000_000;
/** Pixels of the longer side: enough for any screen that a question is read on. */
const longest = 2_400;
const mostPixels = 50_000_000;

/**
 * Takes a PNG, JPEG or WebP picture in: turned the right way up, without its metadata, at most 2400 pixels long.
 * What it is says its content, not its name; drawings (SVG) can carry scripts and are refused.
 * @throws DomainError picture_too_large, picture_type_refused, picture_broken at `field`
 */
export async function takePicture(bytes: Buffer, field = 'file'): Promise<TakenPicture> {
  if (bytes.length > largestPicture) throw tooLarge(field);
  const mediaType = mediaTypeOf(bytes);
  if (!mediaType) {
    throw invalidField(
      field,
      'Choose a picture as PNG, JPEG or WebP. Drawings (SVG) are refused.',
      'picture_type_refused',
    );
  }
  const format = mediaType.slice('image/'.length) as 'png' | 'jpeg' | 'webp';
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .toFormat(format)
      .toBuffer({ resolveWithObject: true });
    return { mediaType, bytes: data, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Error && error.message.includes('pixel limit')) throw tooLarge(field);
    throw invalidField(field, 'This picture cannot be read: the file is damaged.', 'picture_broken');
  }
}

const tooLarge = (field: string) =>
  invalidField(field, 'The picture is too large: send at most 8 MB and 50 million pixels.', 'picture_too_large');

/** By the first bytes. */
function mediaTypeOf(bytes: Buffer): TakenPicture['mediaType'] | undefined {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}
