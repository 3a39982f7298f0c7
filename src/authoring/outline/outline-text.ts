import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { partsOf, valuesOf } from '../files/front-matter.js';
import type { Module } from './outline.js';

const rules = { opens: z.unknown().optional(), needs: z.unknown().optional(), complete: z.unknown().optional() };
const modules = z
  .array(
    z.union([
      z.strictObject({ title: z.string(), ...rules, lessons: z.array(z.string()) }),
      z.strictObject({ title: z.string(), ...rules, quiz: z.string() }),
    ]),
  )
  .min(1);

/** The outline in `course.md`; undefined where it cannot be read as one. */
export function outlineIn(text: string): Module[] | undefined {
  const parts = partsOf(text);
  return modules.safeParse(parts && valuesOf(parts.yaml)?.['modules']).data;
}

/** The file with another outline: nothing but the lines of modules that changed is written anew. */
export function withOutline(text: string, outline: Module[]): string {
  const { open, yaml, close, body } = partsOf(text)!;
  const document = parseDocument(yaml);
  const pair = isMap(document.contents) ? (document.contents.items as Pair[]).find(isModules) : undefined;
  if (!pair || !isNode(pair.value) || !pair.value.range) return text;
  const known = modulesIn(yaml, pair);
  const lines = outline.map(
    (module) => known.find((old) => isDeepStrictEqual(old.module, module))?.text ?? written(module),
  );
  const from = (pair.key as { range: [number, number, number] }).range[0];
  const end = pair.value.range[1];
  const ending = yaml[end - 1] === '\n' ? '' : '\n';
  const after = ending ? yaml.slice(yaml.indexOf('\n', end) + 1 || yaml.length) : yaml.slice(end);
  return `${open}${yaml.slice(0, from)}modules:\n${lines.join('')}${after}${close}${body}`;
}

const isModules = (pair: Pair) => isScalar(pair.key) && pair.key.value === 'modules';

/** Each module with the lines it is written in; none where they are not written as a list of lines. */
function modulesIn(yaml: string, pair: Pair): { module: unknown; text: string }[] {
  const list = pair.value;
  if (!isSeq(list) || list.flow || !list.range) return [];
  const starts = list.items.map((item) => yaml.lastIndexOf('\n', (item as { range: [number] }).range[0]) + 1);
  const end = list.range[1];
  return list.items.map((item, at) => {
    const text = yaml.slice(starts[at], starts[at + 1] ?? end);
    return {
      module: isNode(item) ? (item.toJSON() as unknown) : undefined,
      text: text.endsWith('\n') ? text : `${text}\n`,
    };
  });
}

function written(module: Module): string {
  const title = stringify(module.title, { lineWidth: 0 }).trim();
  const rest = 'quiz' in module ? `quiz: ${module.quiz}` : `lessons: [${module.lessons.join(', ')}]`;
  const rules = (['opens', 'needs', 'complete'] as const)
    .filter((key) => module[key] !== undefined)
    .map((key) => `    ${key}: ${stringify(module[key], { collectionStyle: 'flow', lineWidth: 0 }).trim()}\n`);
  return `  - title: ${title}\n${rules.join('')}    ${rest}\n`;
}
