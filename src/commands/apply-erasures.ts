import { readFile } from 'node:fs/promises';
import { ErasePerson } from '../users/index.js';
import { withApp } from './with-app.js';

/** `npm run erasures:apply erasures.txt`: after a restore, erases again whoever was erased since the backup. */
await withApp(async (app, say) => {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Usage: npm run erasures:apply <file of erasures:export>');
  const ids = (await readFile(file, 'utf8')).split('\n').flatMap((line) => /^[0-9a-f-]{36}(?= )/.exec(line)?.[0] ?? []);
  let erased = 0;
  for (const id of ids) if (await app.get(ErasePerson).execute(id, true)) erased += 1;
  say(`${ids.length} on the list, ${erased} erased again.`);
});
