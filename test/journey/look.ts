import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Watch } from './watch.js';

const pictures = resolve('test-results/journey');
const axeSource = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');
const looks = [390, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 800 };

mkdirSync(pictures, { recursive: true });

/** Looks at a page as phone and desk see it, by day and by night: a picture, and everything that is wrong with it. */
export async function look(page: Page, name: string, watch: Watch): Promise<void> {
  const before = page.viewportSize()!;
  await page.evaluate(axeSource);
  for (const { width, scheme } of looks) {
    await page.setViewportSize({ width, height: before.height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const here = `${name} at ${width} px, ${scheme}`;
    for (const fault of [...(await overflow(page)), ...(await axeFaults(page))]) watch.note(`${here}: ${fault}`);
    const path = `${pictures}/${name}-${width}-${scheme}.jpg`;
    await page.screenshot({ path, fullPage: true, type: 'jpeg', quality: 75 });
  }
  for (const fault of await heavyScripts(page)) watch.note(`${name}: ${fault}`);
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > innerWidth);
    return [`scrolls sideways (${scrollWidth} px): ${wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 120)).join(' | ')}`];
  });
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
      preload: false,
    }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

async function heavyScripts(page: Page): Promise<string[]> {
  const bytes = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\.js(\?|$)/.test(name))
      .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
  );
  return bytes > 30_000 ? [`loads ${bytes} bytes of script`] : [];
}
