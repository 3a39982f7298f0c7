import { z } from 'zod';
import { holderId } from '../credential/addresses.js';
import type { SignedCredential } from '../credential/sign-credential.js';
import type { Signer } from '../signing/signer.js';
import { omit } from './omit.js';

const signable = z.looseObject({
  id: z.string(),
  issuer: z.looseObject({ id: z.string() }),
  validFrom: z.string(),
  validUntil: z.string().optional(),
  credentialSubject: z.looseObject({ id: z.string().optional() }),
});

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The credential as a compact JSON Web Token, the second proof format of Open Badges 3.0: the payload is the credential
 * without its embedded proof, with the claims that programs for tokens read. `signedAt` is claimed as `iat`.
 * Source: https://www.imsglobal.org/spec/ob/v3p0/#jwt-proof
 */
export async function signToken(credential: SignedCredential, signer: Signer, signedAt: Date): Promise<string> {
  const badge = signable.parse(omit(credential, 'proof'));
  const subject = { id: holderId(badge.id), ...badge.credentialSubject };
  const claims = {
    ...badge,
    credentialSubject: subject,
    iss: badge.issuer.id,
    jti: badge.id,
    sub: subject.id,
    nbf: seconds(badge.validFrom),
    iat: Math.floor(signedAt.getTime() / 1000),
    ...(badge.validUntil && { exp: seconds(badge.validUntil) }),
  };
  const signed = `${part({ alg: signer.algorithm, typ: 'JWT', kid: signer.id })}.${part(claims)}`;
  const signature = await signer.sign({ data: Buffer.from(signed) });
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}
