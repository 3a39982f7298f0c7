import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import type { Watch } from './watch.js';

const pictures = resolve('test-results/journey');
const inPage = [resolve('node_modules/axe-core/axe.min.js'), join(import.meta.dirname, 'probe.mjs')]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const looks = [390, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 800 };

mkdirSync(pictures, { recursive: true });

/** Looks at a page as phone and desk see it, by day and by night: a picture, and everything that is wrong with it. */
export async function look(page: Page, name: string, watch: Watch, { picture = true } = {}): Promise<void> {
  const before = page.viewportSize()!;
  await page.evaluate(inPage);
  await page.evaluate('probe.toTop()');
  for (const { width, scheme } of looks) {
    await page.setViewportSize({ width, height: before.height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const faults = [
      ...(await page.evaluate<string[]>('probe.overflow()')),
      ...(await page.evaluate<string[]>('probe.axe()')),
    ];
    for (const fault of faults) watch.note(`${name} at ${width} px, ${scheme}: ${fault}`);
    const path = `${pictures}/${name}-${width}-${scheme}.jpg`;
    if (picture) await page.screenshot({ path, fullPage: true, type: 'jpeg', quality: 75 });
  }
  const bytes = await page.evaluate<number>('probe.scriptBytes()');
  if (bytes > 30_000) watch.note(`${name}: loads ${bytes} bytes of script`);
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light' });
}
