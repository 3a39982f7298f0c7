// Writes the JSON Schemas of Stripe's requests, made from the SDK's own types.
// `--check` compares stamps: what they were made from, and what they hold. `--check --full` makes them again.
import { createHash } from 'node:crypto';
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Stripe from 'stripe';
import { requests } from './stripe-requests.mjs';
import { share } from './share-schemas.mjs';
import { tighten } from './tighten-schema.mjs';

const root = join(import.meta.dirname, '..');
const target = join(root, 'src/stripe-sandbox/params/generated/requests.json');
const hash = (text) => createHash('sha256').update(text).digest('hex');
const alias = (name) => name.replace('.', '');

const [isCheck, isFull] = ['--check', '--full'].map((flag) => process.argv.includes(flag));
const madeOf = await sources();
if (!isCheck) await writeFile(target, stamped(await schemas()));
else if (!(await isCurrent())) {
  console.error(
    'Stripe’s request schemas are not those of the SDK installed: node scripts/generate-stripe-schemas.mjs',
  );
  process.exit(1);
}

async function isCurrent() {
  const committed = await readFile(target, 'utf8').catch(() => '');
  if (isFull) return committed === stamped(await schemas());
  const [, ...body] = committed.split('\n');
  return committed === stamped(body.join('\n'));
}

/** The first line says what SDK, API version and scripts the rest was made from, and what it holds. */
function stamped(body) {
  const stamp = { sdk: Stripe.PACKAGE_VERSION, apiVersion: Stripe.API_VERSION, madeOf, holds: hash(body) };
  return `${JSON.stringify(stamp).slice(0, -1)},\n${body}`;
}

/** A hash of everything the schemas depend on. */
async function sources() {
  const files = ['node_modules/ts-json-schema-generator/package.json'];
  for (const pattern of ['node_modules/stripe/esm/**/*.d.ts', 'scripts/*{schema,stripe}*.mjs'])
    for await (const file of glob(pattern, { cwd: root })) files.push(file);
  const texts = await Promise.all(files.sort().map((file) => readFile(join(root, file), 'utf8')));
  return hash(texts.join('\0'));
}

/** One program for all types: it reads the SDK once. */
async function schemas() {
  const { createFormatter, createParser, createProgram, SchemaGenerator } = await import('ts-json-schema-generator');
  const folder = await mkdtemp(join(root, 'node_modules/.cache-stripe-schemas-'));
  try {
    const names = Object.values(requests);
    const entry = join(folder, 'requests.ts');
    const aliases = names.map((name) => `export type ${alias(name)} = Stripe.${name};`);
    await writeFile(entry, ["import type Stripe from 'stripe';", ...aliases].join('\n'));
    const config = {
      path: entry,
      tsconfig: join(root, 'tsconfig.json'),
      skipTypeCheck: true,
      expose: 'none',
      topRef: false,
      jsDoc: 'none',
      additionalProperties: false,
    };
    const program = createProgram(config);
    const generator = new SchemaGenerator(program, createParser(program, config), createFormatter(config), config);
    const all = Object.entries(requests).map(([request, name]) => [
      request,
      tighten(resolved(generator.createSchema(alias(name)))),
    ]);
    return lines(share(Object.fromEntries(all)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The few types that the generator names (they occur in each other) in the place where they are used. */
function resolved({ definitions = {}, ...schema }) {
  const fill = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(fill);
    if (value.$ref) return fill(definitions[decodeURIComponent(value.$ref.replace('#/definitions/', ''))]);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };
  return fill(schema);
}

/** One definition or request a line: small, and a difference can still be read. */
function lines({ shared, requests: all }) {
  const block = (entries) =>
    Object.entries(entries)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n');
  return `"shared":{\n${block(shared)}\n},\n"requests":{\n${block(all)}\n}}\n`;
}
