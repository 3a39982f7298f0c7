import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { chmodSync, openSync, writeSync, fdatasyncSync, closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

const undo = [];
let cleaning;

/** Runs at the end, last come first, however the benchmark ends. */
export const atEnd = (step) => undo.push(step);

export function cleanUp() {
  cleaning ??= (async () => {
    for (const step of undo.splice(0).reverse()) {
      // One step that fails must not keep the others from being taken.
      await Promise.resolve()
        .then(step)
        .catch(() => undefined);
    }
  })();
  return cleaning;
}

/** A folder that is gone afterwards. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'glabella-bench-'));
  // The database's own user must reach its folder inside.
  chmodSync(folder, 0o711);
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the build, so that building again meanwhile changes nothing. */
export function copyBuild(folder) {
  for (const name of ['dist', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of ['node_modules', 'content']) symlinkSync(join(root, name), join(folder, name));
  return join(folder, 'dist');
}

export const freePort = () =>
  new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });

/** What one durable write costs on this disk, in milliseconds. */
export function syncCost(folder, times = 50) {
  const file = openSync(join(folder, 'sync-probe'), 'w');
  const page = Buffer.alloc(8192);
  const began = performance.now();
  for (let at = 0; at < times; at++) {
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
  }
  closeSync(file);
  return (performance.now() - began) / times;
}
