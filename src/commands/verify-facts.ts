import { VerifyFacts } from '../jobs/index.js';
import { withApp } from './with-app.js';

/** `npm run verify:facts [-- <seq>:<hash>]`: names the first fact that was dropped, changed or moved. */
await withApp(async (app, say) => {
  const [seq, hash] = (process.argv[2] ?? '').split(':');
  if (process.argv[2] && !(Number(seq) > 0 && /^[0-9a-f]{64}$/.test(hash ?? '')))
    throw new Error('Usage: npm run verify:facts [-- <seq>:<hash> of a head that was kept]');
  const kept = process.argv[2] ? { seq: Number(seq), hash: hash! } : undefined;
  const { facts, head, unsealed, broken } = await app.get(VerifyFacts).execute(kept);
  if (broken) {
    say(`Broken: link ${broken.seq}: ${broken.why}.`);
    process.exitCode = 1;
  }
  say(`${facts} facts are sealed, ${unsealed} not yet${head ? `; the head is ${head.seq}:${head.hash}` : ''}.`);
});
