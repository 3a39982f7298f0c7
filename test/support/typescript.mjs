// Lets Node run the TypeScript of this repository as it stands: what is compiled is kept beside the dependencies.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from '@swc/core';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/swc');
const options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
mkdirSync(cache, { recursive: true });
enableCompileCache(join(root, 'node_modules/.cache/compiled'));
process.setSourceMapsEnabled(true);

const sources = /\.tsx?(\?.*)?$/;

/** `./x.js` means the source beside it. */
function sourceOf(specifier, parent) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !sources.test(parent ?? '')) return undefined;
  const base = new URL(specifier.slice(0, -3), parent).href;
  return [`${base}.ts`, `${base}.tsx`].find((url) => existsSync(fileURLToPath(url)));
}

function compiled(path) {
  const text = readFileSync(path, 'utf8');
  const kept = join(cache, createHash('sha256').update(version).update(path).update(text).digest('hex'));
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = transformSync(text, {
    ...options,
    $schema: undefined,
    filename: path,
    sourceMaps: 'inline',
    swcrc: false,
  });
  // Whole or not at all: another worker may read it at this moment.
  const fresh = `${kept}.${process.pid}`;
  writeFileSync(fresh, code);
  renameSync(fresh, kept);
  return code;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: 'jest:globals', shortCircuit: true };
    const source = sourceOf(specifier, context.parentURL);
    return source ? { url: source, format: 'module', shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (url === 'jest:globals')
      return {
        format: 'module',
        source: 'export const { jest, expect, it, test, describe } = globalThis;',
        shortCircuit: true,
      };
    if (!sources.test(url) || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', source: compiled(fileURLToPath(url.replace(/\?.*$/, ''))), shortCircuit: true };
  },
});
