import { pictureType, type PictureType, redrawPicture } from '../../documents/index.js';
import { invalidField } from '../../shared/index.js';

/** A picture as it is kept: written anew, so that nothing but the picture itself came along. */
export interface TakenPicture {
  mediaType: PictureType;
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
  const mediaType = pictureType(bytes);
  if (!mediaType) {
    throw invalidField(
      field,
      'Choose a picture as PNG, JPEG or WebP. Drawings (SVG) are refused.',
      'picture_type_refused',
    );
  }
  const drawn = await redrawPicture(bytes, mediaType, { longest, mostPixels });
  if (!('refused' in drawn)) return { mediaType, ...drawn };
  if (drawn.refused === 'too_large') throw tooLarge(field);
  throw invalidField(field, 'This picture cannot be read: the file is damaged.', 'picture_broken');
}

const tooLarge = (field: string) =>
  invalidField(field, 'The picture is too large: send at most 8 MB and 50 million pixels.', 'picture_too_large');
