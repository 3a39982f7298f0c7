// Puts the stylesheets beside the compiled server, which reads them from its own folder.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const from = join(root, 'src/web/styles');
const to = join(root, 'dist/src/web/styles');

await rm(to, { recursive: true, force: true });
await cp(from, to, { recursive: true });
