import { randomInt } from 'node:crypto';

// Crockford's alphabet: nothing that reads like something else.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** "GL-7K3M-9QXD": random, so that a number tells nothing of how much is sold. */
export function newOrderNumber(): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `GL-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
