import { ErasureQueries } from '../users/index.js';
import { withApp } from './with-app.js';

/** `npm run -s erasures:export > erasures.txt`: who was erased, ids alone; kept apart from the backups of the database. */
await withApp(async (app, say) => {
  for (const { personId, erasedAt } of await app.get(ErasureQueries).done())
    say(`${personId} ${erasedAt.toISOString()}`);
});
