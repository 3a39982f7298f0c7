import { readPng } from './baked-png.js';
import { readSvg } from './baked-svg.js';
import type { Face, FaceRead } from './face.js';
import { isPng } from './png-chunks.js';
import { readPdf } from './read-pdf.js';

/** A certificate has 5 to 20 kB and nine levels. */
const most = { characters: 262_144, levels: 32 };

export type Reading = { face: Face; text: string } | { refused: string };

/**
 * Finds the credential in a file of any face, by what the file is and not by its name. Nothing in the file is run, drawn,
 * inflated without limit or fetched, and nothing of it is believed: it is only found.
 */
export function readFace(bytes: Buffer): Reading {
  if (isPng(bytes)) return found('png', readPng(bytes));
  if (bytes.subarray(0, 1024).includes('%PDF-')) return found('pdf', readPdf(bytes));
  const text = utf8(bytes)?.trim();
  if (text === undefined) return unknown;
  if (text.startsWith('<')) return found('svg', readSvg(text));
  if (isToken(text)) return found('jwt', { credential: text });
  if (text.startsWith('{')) return found('json', { credential: text });
  return unknown;
}

const unknown = {
  refused: 'This is no certificate file. Choose the PDF, the badge (PNG or SVG), or the signed file (JSON or JWT).',
};

/** Three parts of base64url: a compact JSON Web Signature. */
export const isToken = (text: string): boolean => /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text);

function found(face: Face, read: FaceRead): Reading {
  if ('refused' in read) return read;
  const text = read.credential.trim();
  if (text.length > most.characters) return { refused: 'The credential in the file is far larger than any of ours.' };
  if (!isToken(text) && deeperThan(most.levels, text))
    return { refused: 'The credential in the file is nested deeper than any of ours.' };
  return { face, text };
}

/** Counted before anything is parsed; brackets within strings count too, which is no loss. */
function deeperThan(levels: number, text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > levels) return true;
  }
  return false;
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
