import type { z } from 'zod';
import { filesAt, type Place } from './content-files.js';
import type { Problems } from './content-problem.js';
import { readYaml, type YamlPart } from './yaml-part.js';

const largest = 1_000_000;

/** A file with front matter: its checked keys, and the Markdown below them. */
export interface ContentFile<T> extends YamlPart<T> {
  /** The path below the content folder. */
  file: string;
  body: string;
  /** The file's line on which the body begins. */
  bodyLine: number;
}

/** Reads `<folder>/<file>`: YAML between two lines of `---`, then Markdown. Undefined when it is refused. */
export async function readContentFile<S extends z.ZodType>(
  folder: Place,
  file: string,
  schema: S,
  problems: Problems,
): Promise<ContentFile<z.output<S>> | undefined> {
  const text = await readText(folder, file, problems);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (lines[0]?.trimEnd() !== '---' || end < 0) {
    problems.add(file, 1, 'The file must begin with front matter: YAML between two lines of three dashes.');
    return undefined;
  }
  const answer = readYaml(lines.slice(1, end).join('\n'), 2, schema);
  if ('part' in answer) {
    return { file, ...answer.part, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
  }
  problems.addAll(file, answer.problems);
  return undefined;
}

/** Reads a file that is YAML from its first line to its last. Undefined when it is refused. */
export async function readYamlFile<S extends z.ZodType>(
  folder: Place,
  file: string,
  schema: S,
  problems: Problems,
): Promise<(YamlPart<z.output<S>> & { file: string }) | undefined> {
  const text = await readText(folder, file, problems);
  if (text === undefined) return undefined;
  const answer = readYaml(text, 1, schema);
  if ('part' in answer) return { file, ...answer.part };
  problems.addAll(file, answer.problems);
  return undefined;
}

/** The text of a file with plain line ends, or undefined and a problem. */
export async function readText(folder: Place, file: string, problems: Problems): Promise<string | undefined> {
  const bytes = await filesAt(folder).read(file, largest);
  if (bytes === undefined) return void problems.add(file, 1, 'There is no such file.');
  if (bytes === 'too large') return void problems.add(file, 1, 'The file is larger than 1 MB.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return void problems.add(file, 1, 'The file is not UTF-8 text.');
  }
}
