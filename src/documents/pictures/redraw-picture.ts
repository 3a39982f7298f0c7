import sharp from 'sharp';

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

/** In pixels: the longer side of what is kept, and how many an upload may unpack to. */
export interface PictureLimits {
  longest: number;
  mostPixels: number;
}

export type Redrawn = { bytes: Buffer; width: number; height: number } | { refused: 'too_large' | 'broken' };

/** What a picture is by its first bytes, whatever its name says; undefined for drawings, animations and all else. */
export function pictureType(bytes: Buffer): PictureType | undefined {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  return text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP' ? 'image/webp' : undefined;
}

/**
 * Draws a picture anew, the right way up: only what is seen comes along, not where and by whom it was taken, and nothing
 * that hid in the file. What would unpack to more than the limit is refused by its header.
 */
export async function redrawPicture(bytes: Buffer, type: PictureType, limits: PictureLimits): Promise<Redrawn> {
  const { longest, mostPixels } = limits;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .toFormat(type.slice('image/'.length) as 'png' | 'jpeg' | 'webp')
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    return { refused: error instanceof Error && error.message.includes('pixel limit') ? 'too_large' : 'broken' };
  }
}
