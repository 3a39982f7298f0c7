import { readText } from './content-file.js';
import { filesAt, type Place } from './content-files.js';
import type { Problems } from './content-problem.js';
import { type Drawing, readDrawing } from './drawing.js';
import { DrawingRefused } from './svg-parser.js';

/** The drawings of one folder by file name; undefined stands for one that exists and was refused. */
export type Pictures = ReadonlyMap<string, Drawing | undefined>;

/** Reads `<folder>/<base>/pictures/*.svg`. */
export async function readPictures(folder: Place, base: string, problems: Problems): Promise<Pictures> {
  const pictures = new Map<string, Drawing | undefined>();
  const names = (await filesAt(folder).list(`${base}/pictures`)).map(({ name }) => name);
  for (const name of names.filter((each) => each.endsWith('.svg')).sort()) {
    const file = `${base}/pictures/${name}`;
    const text = await readText(folder, file, problems);
    pictures.set(name, text === undefined ? undefined : checked(file, text, problems));
  }
  return pictures;
}

function checked(file: string, text: string, problems: Problems): Drawing | undefined {
  try {
    return readDrawing(text);
  } catch (error) {
    if (!(error instanceof DrawingRefused)) throw error;
    problems.add(file, error.line, error.message);
    return undefined;
  }
}
