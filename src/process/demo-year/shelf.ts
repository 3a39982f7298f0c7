import type { INestApplicationContext } from '@nestjs/common';
import { ProductQueries } from '../../bundles/index.js';

/** What is sold in a demo year: the bundle, and the courses that can be had alone. */
export async function bundlesFor(app: INestApplicationContext): Promise<{ bundle: string; courses: string[] }> {
  const { cards } = await app.get(ProductQueries).published();
  const slugs = (kind: string) => cards.filter((card) => card.kind === kind).map(({ slug }) => slug);
  return { bundle: slugs('bundle')[0]!, courses: slugs('course') };
}
