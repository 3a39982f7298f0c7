import { SaxesParser } from 'saxes';
import type { FaceRead } from './face.js';

const namespace = 'https://purl.imsglobal.org/ob/v3p0';
/** XML has no way at all to write these. */
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * An SVG with the credential directly after its first tag, and a title for those who do not see it. `picture` is our own,
 * from the press. "]]>" would end the section early, so no ">" is left in the text of the JSON.
 */
export function bakeSvg(picture: string, title: string, credential: string): string {
  const end = picture.indexOf('>');
  const open = `${picture.slice(0, end)} xmlns:openbadges="${namespace}" role="img">`;
  const json = credential.replace(/[>\ufffe\uffff]/g, unicodeEscape);
  const baked = `<openbadges:credential><![CDATA[${json}]]></openbadges:credential>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}${baked}<title>${escaped(title)}</title>${picture.slice(end + 1)}`;
}

/** The credential in an SVG, unverified. Entities are refused; nothing is drawn, run or fetched. */
export function readSvg(picture: string): FaceRead {
  const parser = new SaxesParser({ xmlns: true });
  const found: string[] = [];
  let within: string | undefined;
  parser.on('doctype', () => parser.fail('The picture declares a document type.'));
  parser.on('error', (error) => {
    throw new SyntaxError(error.message);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (uri !== namespace || local !== 'credential') return;
    within = attributes.verify?.value ?? '';
  });
  const add = (text: string) => {
    if (within !== undefined) within += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ uri, local }) => {
    if (uri !== namespace || local !== 'credential') return;
    found.push(within!.trim());
    within = undefined;
  });
  try {
    parser.write(picture).close();
  } catch (error) {
    if (error instanceof SyntaxError) return { refused: 'The picture is not well-formed SVG, or declares entities.' };
    throw error;
  }
  if (found.length > 1) return { refused: 'The picture holds more than one credential.' };
  return found[0] ? { credential: found[0] } : { refused: 'The picture holds no credential.' };
}
