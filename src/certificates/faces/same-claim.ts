import { isDeepStrictEqual } from 'node:util';
import { holderId } from '../credential/addresses.js';
import { omit } from './omit.js';

/**
 * Whether a credential, from a file or a token, says what the one on record says. Proofs are left out, because each was
 * checked by itself; so are the claims a token repeats.
 */
export const sameClaim = (given: object, recorded: object): boolean => isDeepStrictEqual(said(given), said(recorded));

function said(credential: object): object {
  const rest = omit(credential, 'proof', 'iss', 'jti', 'sub', 'nbf', 'iat', 'exp');
  const subject = rest.credentialSubject;
  if (typeof subject !== 'object' || typeof rest.id !== 'string') return rest;
  return { ...rest, credentialSubject: { id: holderId(rest.id), ...subject } };
}
