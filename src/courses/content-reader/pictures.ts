import { readText } from './content-file.js';
import { filesAt, type Place } from './content-files.js';
import type { Problems } from './content-problem.js';
import { readDrawing } from './drawing.js';
import { readPhotograph } from './photograph.js';
import { DrawingRefused } from './svg-parser.js';

/** A drawing or a photograph that may stand in a page. */
export interface Picture {
  /** The markup with the alternative text; `prefix` makes its ids unique on the page. */
  markup(alt: string, prefix: string): string;
}

/** The pictures of one folder by file name; undefined stands for one that exists and was refused. */
export type Pictures = ReadonlyMap<string, Picture | undefined>;

const largest = 8_000_000;

/** Reads `<folder>/<base>/pictures/*`: drawings as SVG, photographs as PNG, JPEG or WebP. */
export async function readPictures(folder: Place, base: string, problems: Problems): Promise<Pictures> {
  const pictures = new Map<string, Picture | undefined>();
  const names = (await filesAt(folder).list(`${base}/pictures`)).map(({ name }) => name);
  for (const name of names.filter((each) => /\.(svg|png|jpg|webp)$/.test(each)).sort()) {
    const file = `${base}/pictures/${name}`;
    if (name.endsWith('.svg')) {
      const text = await readText(folder, file, problems);
      pictures.set(name, text === undefined ? undefined : checked(file, text, problems));
    } else pictures.set(name, await photograph(folder, file, name, problems));
  }
  return pictures;
}

async function photograph(folder: Place, file: string, name: string, problems: Problems): Promise<Picture | undefined> {
  const bytes = await filesAt(folder).read(file, largest);
  const read = Buffer.isBuffer(bytes) ? await readPhotograph(name, bytes) : 'The picture is larger than 8 MB.';
  return typeof read === 'string' ? void problems.add(file, 1, read) : read;
}

function checked(file: string, text: string, problems: Problems): Picture | undefined {
  const refused = whyNoDrawing(text);
  if (refused) return void problems.add(file, refused.line, refused.message);
  return readDrawing(text);
}

/** Why an SVG text is no drawing for a page; undefined when it is one. */
export function whyNoDrawing(text: string): { line: number; message: string } | undefined {
  try {
    readDrawing(text);
    return undefined;
  } catch (error) {
    if (error instanceof DrawingRefused) return { line: error.line, message: error.message };
    throw error;
  }
}
