import { createReadStream, createWriteStream, existsSync, linkSync, mkdirSync, unlinkSync } from 'node:fs';
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
  try {
    // The first to come wins: a browser that already runs must not lose its file to a second copy.
    linkSync(part, binary);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  unlinkSync(part);
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
