import { EndKey } from '../certificates/index.js';
import { withApp } from './with-app.js';

/** `npm run keys:end <key id> expired|revoked <instant> <reason>`: what docs/signing-ceremony.md asks operators to do. */
await withApp(async (app, say) => {
  const [keyId, kind, instant, ...reason] = process.argv.slice(2);
  const at = new Date(instant ?? '');
  if (!keyId || (kind !== 'expired' && kind !== 'revoked') || Number.isNaN(at.getTime()) || reason.length === 0)
    throw new Error('Usage: npm run keys:end <key id> expired|revoked <instant, ISO 8601> <reason>');
  const numbers = await app.get(EndKey).execute({ keyId, kind, at, reason: reason.join(' ') });
  say(
    `${keyId} ended ${at.toISOString()}. ${numbers.length} certificates to issue anew: ${numbers.join(', ') || 'none'}`,
  );
});
