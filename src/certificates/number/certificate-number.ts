import { randomBytes } from 'node:crypto';
import { crockford, encodeCrockford, readCrockford } from './crockford.js';
import { checkCharacter } from './mod-37-36.js';

const payloadBytes = 10;

/** The public number of a certificate, `GL-XXXX-XXXX-XXXX-XXXX-C`: 80 random bits and a check character. */
export function newCertificateNumber(): string {
  for (;;) {
    const number = numberFrom(randomBytes(payloadBytes));
    if (number) return number;
  }
}

/**
 * The number of these 80 bits; undefined when its check character would be I, L, O or U: those are read as other
 * characters, and a check character that can be misread would not catch every mistake.
 */
export function numberFrom(bits: Uint8Array): string | undefined {
  return written(encodeCrockford(bits));
}

/**
 * The number as it is stored, whatever way it was typed: lower case, without hyphens or prefix, O for 0, I or L for 1.
 * Undefined when it cannot be a number of ours, so that a mistyped one never reaches the database.
 */
export function parseCertificateNumber(typed: string): string | undefined {
  if (typed.length > 60) return undefined;
  const match = /^(?:GL)?([0-9A-Z]{16})([0-9A-Z])$/.exec(typed.toUpperCase().replace(/[\s‐‑–-]/g, ''));
  if (!match) return undefined;
  const [payload, check] = [readCrockford(match[1]!), readCrockford(match[2]!)];
  const number = payload.includes('U') ? undefined : written(payload);
  return number?.endsWith(`-${check}`) ? number : undefined;
}

function written(payload: string): string | undefined {
  const check = checkCharacter(payload);
  if (!crockford.includes(check)) return undefined;
  return `GL-${payload.match(/.{4}/g)!.join('-')}-${check}`;
}
