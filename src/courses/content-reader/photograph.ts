import { endingOf, longestSide, pictureAddress, pictureFacts, sha256Of } from '../../media/index.js';
import type { Picture } from './pictures.js';

/** Reads a photograph of a lesson. @returns the picture, or why it is refused */
export async function readPhotograph(name: string, bytes: Buffer): Promise<Picture | string> {
  const facts = await pictureFacts(bytes);
  if (!facts || endingOf(facts.mediaType) !== name.split('.').at(-1))
    return 'This is not the kind of picture that its name says.';
  const { mediaType, width, height, tellsMore } = facts;
  if (tellsMore)
    return 'The picture tells where or by whom it was taken: send it through the desk, which takes that out.';
  if (Math.max(width, height) > longestSide) return `The picture is longer than ${longestSide} pixels.`;
  const source = pictureAddress(sha256Of(bytes), mediaType);
  const size = `width="${width}" height="${height}"`;
  return { markup: (alt) => `<img src="${source}" alt="${escape(alt)}" ${size} loading="lazy" decoding="async">` };
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
