import type { FaceRead } from './face.js';
import { pngChunks, writePng } from './png-chunks.js';

/** Open Badges 3.0, "PNG baking": an uncompressed iTXt chunk with this keyword. */
const keyword = 'openbadgecredential';
const head = Buffer.concat([Buffer.from(keyword), Buffer.alloc(5)]);

/** A PNG with the credential in it. */
export function bakePng(picture: Buffer, credential: string): Buffer {
  const [first, ...others] = pngChunks(picture);
  const chunk = { type: 'iTXt', data: Buffer.concat([head, Buffer.from(credential)]) };
  return writePng([first!, chunk, ...others]);
}

/** The credential in a PNG, unverified. A compressed one is refused, as the standard says: nothing is ever inflated. */
export function readPng(picture: Buffer): FaceRead {
  try {
    const texts = [...pngChunks(picture)].filter(({ type, data }) => type === 'iTXt' && keywordOf(data) === keyword);
    if (texts.length > 1) return { refused: 'The picture holds more than one credential.' };
    if (!texts[0]) return { refused: 'The picture holds no credential. Screenshots and copies lose it.' };
    return textOf(texts[0].data);
  } catch (error) {
    if (error instanceof RangeError) return { refused: error.message };
    throw error;
  }
}

const keywordOf = (data: Buffer): string => data.toString('latin1', 0, Math.max(0, data.indexOf(0)));

/** After the keyword: compression flag and method, then a language and a translated keyword, each ended by a zero. */
function textOf(data: Buffer): FaceRead {
  const flag = keyword.length + 1;
  if (data[flag] !== 0) return { refused: 'The credential in the picture is compressed, which Open Badges forbids.' };
  const language = data.indexOf(0, flag + 2);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return { refused: 'The credential in the picture cannot be read.' };
  return { credential: data.toString('utf8', translated + 1) };
}
