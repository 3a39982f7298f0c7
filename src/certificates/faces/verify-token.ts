import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import { credentialShape } from '../credential/credential-shape.js';
import { refused, type Trust, type Verdict } from '../credential/verdict.js';
import { judge } from '../credential/verify-credential.js';

const headerShape = z.looseObject({ alg: z.literal('ES256'), typ: z.literal('JWT'), kid: z.string() });
const claimShape = credentialShape.extend({
  id: z.string(),
  validFrom: z.iso.datetime({ offset: true }),
  credentialSubject: z.looseObject({ id: z.string() }),
  iss: z.string(),
  jti: z.string(),
  sub: z.string(),
  nbf: z.int(),
  iat: z.int().optional(),
  exp: z.int().optional(),
});
type Claims = z.output<typeof claimShape>;

/** Checks signature, key, dates and status of a credential that is a token. Only ES256: `none` and others are refused. */
export async function verifyToken(token: string, trust: Trust): Promise<Verdict> {
  const header = headerShape.safeParse(attempt(() => decodeProtectedHeader(token)));
  if (!header.success) return refused('malformed', 'This is no token of type JWT that is signed with ES256.');
  const read = claimShape.safeParse(payloadOf(token));
  if (!read.success) return refused('malformed', z.prettifyError(read.error));
  const claims = read.data;

  const method = trust.did(claims.iss)?.verificationMethod.find(({ id }) => id === header.data.kid);
  if (!method || !('publicKeyJwk' in method))
    return refused('unknown_issuer', `${header.data.kid} is no token key of an issuer known here.`);
  const key = await importJWK(method.publicKeyJwk, 'ES256');
  const signed = await compactVerify(token, key, { algorithms: ['ES256'] }).catch(() => undefined);
  if (!signed) return refused('proof_invalid', 'The signature does not fit.');

  const contradiction = contradictionIn(claims);
  if (contradiction) return refused('malformed', `${contradiction} says something else than the credential.`);
  return judge(claims, { method, signedAt: new Date((claims.iat ?? claims.nbf) * 1000), signature: token }, trust);
}

/** The credential in a token, unverified; undefined when it holds none. */
export function payloadOf(token: string): unknown {
  const payload = token.split('.')[1] ?? '';
  return attempt(() => JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown);
}

/** Registered claims repeat the credential; a reader of one must not learn something else than a reader of the other. */
function contradictionIn({ iss, jti, sub, nbf, exp, ...credential }: Claims): string | undefined {
  const at = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  if (iss !== credential.issuer) return 'iss';
  if (jti !== credential.id) return 'jti';
  if (sub !== credential.credentialSubject.id) return 'sub';
  if (nbf !== at(credential.validFrom)) return 'nbf';
  if (exp !== (credential.validUntil && at(credential.validUntil))) return 'exp';
  return undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
