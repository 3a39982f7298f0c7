import { parseArgs } from 'node:util';
import { ImportArticle } from '../courses/index.js';
import { withApp } from './with-app.js';

const usage =
  'Usage: npm run content:import-article -- <file> --title <text> --author <text> --source <text> ' +
  '[--trademark <notice>]… [--slug <name>] [--reviewed <yyyy-mm-dd>]';

/** Takes in a plain-text or HTML article as a resource, with its title, author, source and trademark notices. */
await withApp(async (app, say) => {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      title: text,
      author: text,
      source: text,
      trademark: { type: 'string', multiple: true },
      slug: text,
      reviewed: text,
    },
  });
  const [path] = positionals;
  const { title, author, source, trademark, ...rest } = values;
  if (!path || !title || !author || !source) throw new Error(usage);
  const lines = await app.get(ImportArticle).execute({ path, title, author, source, trademarks: trademark, ...rest });
  for (const line of lines.length > 0 ? lines : ['The article is here already as it is.']) say(line);
});
