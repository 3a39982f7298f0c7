import { formatMoney } from '../shared/index.js';
import { CatchUp } from '../process/catch-up.js';
import { withApp } from './with-app.js';

/** `npm run stripe:catch-up <since>`: after a restore, what happened at Stripe since the point it came back from. */
await withApp(async (app, say) => {
  const [from] = process.argv.slice(2);
  const since = new Date(from ?? '');
  if (Number.isNaN(since.getTime()))
    throw new Error('Usage: npm run stripe:catch-up <instant, for example 2026-11-20T04:00:00Z>');
  const { events, movements, differences } = await app.get(CatchUp).execute(since);
  say(`${events} events and ${movements} movements taken over.`);
  for (const { currency, stripe, booked } of differences) {
    say(
      `Stripe has ${formatMoney({ amount: stripe, currency })}, the books ${formatMoney({ amount: booked, currency })}.`,
    );
  }
  if (differences.length > 0) process.exitCode = 1;
});
