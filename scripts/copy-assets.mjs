// Puts what the compiled server reads from its own folder beside it: stylesheets, and Stripe's request schemas.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folders = ['src/web/styles', 'src/stripe-sandbox/params/generated'];

for (const folder of folders) {
  const to = join(root, 'dist', folder);
  await rm(to, { recursive: true, force: true });
  await cp(join(root, folder), to, { recursive: true });
}
