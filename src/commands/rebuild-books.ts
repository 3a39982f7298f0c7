import { openedAs } from '../database/index.js';
import { RebuildBooks } from '../ledger/index.js';
import { withApp } from './with-app.js';

/** `npm run books:rebuild [-- --repair]`: computes the sums of the books again; ends with 1 where one is wrong and stays so. */
await withApp(async (app, say, ownerUrl) => {
  const [option, ...more] = process.argv.slice(2);
  if ((option && option !== '--repair') || more.length > 0)
    throw new Error('Usage: npm run books:rebuild [-- --repair]');
  const repair = option === '--repair';
  const wrong = await openedAs(ownerUrl, (owner) => app.get(RebuildBooks).execute(owner, say, { repair }));
  say(`${wrong} sums were wrong${repair && wrong > 0 ? ' and are right now' : ''}.`);
  if (wrong > 0 && !repair) process.exitCode = 1;
});
