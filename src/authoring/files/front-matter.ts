import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, type Pair, parseDocument, stringify } from 'yaml';

/** A file with front matter, cut into its parts; joined they are the file again. */
export interface Parts {
  /** `---` and its line end. */
  open: string;
  yaml: string;
  /** The closing `---`, with its line end. */
  close: string;
  body: string;
}

/** Undefined where the file has no front matter. */
export function partsOf(text: string): Parts | undefined {
  const found = /^(\ufeff?---[ \t]*\r?\n)([^]*?)(^---[ \t]*(?:\r?\n|$))([^]*)$/m.exec(text);
  return found ? { open: found[1]!, yaml: found[2]!, close: found[3]!, body: found[4]! } : undefined;
}

/** What the front matter says; undefined where it cannot be read. */
export function valuesOf(yaml: string): Record<string, unknown> | undefined {
  const document = parseDocument(yaml, { prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  return document.toJS({ maxAliasCount: 50 }) as Record<string, unknown>;
}

/**
 * Writes changed values into YAML. Only the lines of a key whose value changed are written anew: every other line, its
 * comments and quotes stay as they are. An undefined value takes its key out.
 */
export function changeValues(yaml: string, changes: Record<string, unknown>): string {
  return Object.entries(changes).reduce((text, [key, value]) => changeValue(text, key, value), yaml);
}

function changeValue(yaml: string, key: string, value: unknown): string {
  const document = parseDocument(yaml, { prettyErrors: false });
  if (!isMap(document.contents)) return yaml;
  const pairs = document.contents.items as Pair[];
  const at = pairs.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
  if (at < 0) return value === undefined ? yaml : `${ended(yaml)}${written(key, value)}`;
  if (isDeepStrictEqual((document.toJS() as Record<string, unknown>)[key], value)) return yaml;
  const from = (pairs[at]!.key as { range: [number, number, number] }).range[0];
  const node = pairs[at]!.value;
  // Spaces and a comment behind a value on its line belong to the key and go with it only when the key goes.
  const end = isNode(node) && node.range ? node.range[1] : from + key.length + 1;
  if (value === undefined) return yaml.slice(0, from) + yaml.slice(lineAfter(yaml, end));
  const text = written(key, value);
  return yaml[end - 1] === '\n'
    ? yaml.slice(0, from) + text + yaml.slice(end)
    : yaml.slice(0, from) + text.trimEnd() + yaml.slice(end);
}

const ended = (yaml: string) => (yaml === '' || yaml.endsWith('\n') ? yaml : `${yaml}\n`);

const written = (key: string, value: unknown) => stringify({ [key]: value }, { lineWidth: 0 });

function lineAfter(yaml: string, at: number): number {
  if (yaml[at - 1] === '\n') return at;
  const end = yaml.indexOf('\n', at);
  return end < 0 ? yaml.length : end + 1;
}
