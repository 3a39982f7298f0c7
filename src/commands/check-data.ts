import { checkData, Database } from '../database/index.js';
import { dataChecks } from '../process/data-checks.js';
import { withApp } from './with-app.js';

/** `npm run check:data`: reads the whole database for broken promises; ends with 1 if one is found. */
await withApp(async (app, say) => {
  const damages = await checkData(app.get(Database), dataChecks);
  for (const { check, what } of damages) say(`${check.invariant} broken: ${check.says}. ${what}`);
  say(`${dataChecks.length} checks, ${damages.length} damages.`);
  if (damages.length > 0) process.exitCode = 1;
});
