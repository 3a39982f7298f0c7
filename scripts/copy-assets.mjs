// Puts what the compiled server reads from its own folder beside it: stylesheets, Stripe's request schemas, and small scripts.
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from '@swc/core';

const root = join(import.meta.dirname, '..');
const folders = ['src/web/styles', 'src/stripe-sandbox/params/generated'];

for (const folder of folders) {
  const to = join(root, 'dist', folder);
  await rm(to, { recursive: true, force: true });
  await cp(join(root, folder), to, { recursive: true });
}

// What browsers load is written small: the limit of 30 kB a page is theirs, comments are ours.
const scripts = join(root, 'dist/src/web/browser');
for (const name of await readdir(scripts)) {
  if (!name.endsWith('.js')) continue;
  const { code } = await minify(await readFile(join(scripts, name), 'utf8'), { module: true });
  await writeFile(join(scripts, name), code);
}
