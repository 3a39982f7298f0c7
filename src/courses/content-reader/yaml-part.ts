import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './content-problem.js';
import { sentenceOf } from './schema-sentence.js';

type Path = readonly PropertyKey[];

/** YAML that met its schema, and where in the file each value stands. */
export interface YamlPart<T> {
  data: T;
  lineOf(path: Path): number;
}

export type YamlAnswer<T> = { part: YamlPart<T> } | { problems: Omit<Problem, 'file'>[] };

/** Reads YAML that begins on `firstLine` of its file and checks it against `schema`. */
export function readYaml<S extends z.ZodType>(text: string, firstLine: number, schema: S): YamlAnswer<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const unreadable = [...document.errors, ...document.warnings];
  if (unreadable.length > 0) {
    return {
      problems: unreadable.map((error) => ({
        line: lineAt(error.pos[0]),
        message: `This is not valid YAML: ${error.message}`,
      })),
    };
  }
  const lineOf = (path: Path) => lineAt(offsetOf(document.contents, path) ?? 0);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch {
    return { problems: [{ line: firstLine, message: 'Too many references (YAML aliases).' }] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { part: { data: parsed.data, lineOf } };
  return {
    problems: parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ line: lineOf([...issue.path, key]), message: `There is no key "${key}" here.` }))
        : [{ line: lineOf(issue.path), message: sentenceOf(issue, value) }],
    ),
  };
}

/** Where the value at `path` begins, or the nearest thing around it that exists. */
function offsetOf(node: unknown, path: Path): number | undefined {
  if (!isNode(node)) return undefined;
  const own = node.range?.[0];
  const [step, ...rest] = path;
  if (step === undefined) return own;
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    const key = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    return (rest.length > 0 ? offsetOf(pair?.value, rest) : undefined) ?? key ?? own;
  }
  const items = 'items' in node ? node.items : [];
  return offsetOf(items[Number(step)], rest) ?? own;
}
