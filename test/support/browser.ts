import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const packed = resolve('node_modules/@sparticuz/chromium/bin/chromium.br');
const folder = resolve('node_modules/.cache/chromium');

/** The Chromium that comes with npm, unpacked once into this checkout; two test files may arrive here together. */
async function unpacked(): Promise<string> {
  const binary = resolve(folder, 'chromium');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const part = `${binary}.${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  renameSync(part, binary);
  return binary;
}

/** A real Chromium without a window. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpacked(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
}
