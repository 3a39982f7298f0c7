import { decodeJwt, decodeProtectedHeader } from 'jose';
import { addresses } from '../credential/addresses.js';
import { exampleClaim } from '../credential/claim.example.js';
import { openBadge } from '../credential/open-badge.js';
import { hashedEmail } from '../credential/recipient.js';
import { type SignedCredential, signCredential } from '../credential/sign-credential.js';
import { statusListCredential } from '../credential/status-list.js';
import type { Trust } from '../credential/verdict.js';
import { didDocument, didWeb } from '../signing/did-web.js';
import { seedSigner } from '../signing/seed-signer.js';
import type { PublishedKey, PublishedSigner } from '../signing/signer.js';
import { tokenSigner } from '../signing/token-signer.js';
import { omit } from './omit.js';
import { signToken } from './sign-token.js';
import { verifyToken } from './verify-token.js';

const base = 'http://localhost:3000';
const did = didWeb(base);
const issuedAt = new Date(exampleClaim.issuedAt);

let signer: PublishedSigner;
let tokens: PublishedSigner;
let credential: SignedCredential;
let token: string;
beforeAll(async () => {
  [signer, tokens] = [await seedSigner(Buffer.alloc(32, 7), did), await tokenSigner(Buffer.alloc(32, 7), did)];
  const until = { ...exampleClaim, validUntil: '2028-12-01T00:00:00Z' };
  credential = await signCredential(
    openBadge(until, hashedEmail('a@example.test', 'salt'), 42, base),
    signer,
    issuedAt,
  );
  token = await signToken(credential, tokens, issuedAt);
});

type Changes = { now?: Date; revoked?: number[]; keys?: PublishedKey[] };
const trust = ({ now = new Date('2026-12-24T09:00:00Z'), revoked = [], keys }: Changes = {}): Trust => ({
  now,
  did: (asked) => (asked === did ? didDocument(did, keys ?? [signer.published, tokens.published]) : undefined),
  statusList: (url) => statusListCredential({ id: url, issuer: did, revoked }, signer, now),
});

/** The same token with other claims, or another header, signed by the same key. */
async function signedAnew(claims: object, header: object = {}): Promise<string> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ ...decodeProtectedHeader(token), ...header })}.${part({ ...decodeJwt(token), ...claims })}`;
  return `${text}.${Buffer.from(await tokens.sign({ data: Buffer.from(text) })).toString('base64url')}`;
}

describe('a certificate as a token', () => {
  it('is of type JWT, signed with ES256 by a key of its own, and names its subject', () => {
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'JWT', kid: tokens.id });
    expect(decodeJwt(token)).toEqual({
      ...omit(credential, 'proof'),
      iss: did,
      jti: addresses(base).credential(exampleClaim.number),
      sub: `${addresses(base).credential(exampleClaim.number)}#holder`,
      nbf: +issuedAt / 1000,
      iat: +issuedAt / 1000,
      exp: Date.parse('2028-12-01T00:00:00Z') / 1000,
    });
  });

  it('verifies, and goes on verifying after its key was rotated', async () => {
    expect(await verifyToken(token, trust())).toEqual({ verified: true });
    const next = await tokenSigner(Buffer.alloc(32, 8), did);
    const keys = [next.published, tokens.published, signer.published];
    expect(await verifyToken(token, trust({ keys }))).toEqual({ verified: true });
  });

  it('is refused when it ended, is not yet valid, or was revoked', async () => {
    expect(await verifyToken(token, trust({ now: new Date('2029-01-01') }))).toMatchObject({ reason: 'expired' });
    expect(await verifyToken(token, trust({ now: new Date('2020-01-01') }))).toMatchObject({ reason: 'not_yet_valid' });
    expect(await verifyToken(token, trust({ revoked: [42] }))).toMatchObject({ reason: 'revoked' });
  });

  it('is refused when one character of any part was changed', async () => {
    const parts = token.split('.');
    const changed = (index: number) => {
      const text = parts[index]!;
      const at = Math.floor(text.length / 2);
      return parts.with(index, text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)).join('.');
    };
    for (const index of [0, 1, 2])
      expect(await verifyToken(changed(index), trust())).toMatchObject({ verified: false });
  });

  it('is refused when it names no algorithm, a weak one, or the key of a stranger', async () => {
    expect(await verifyToken(`${await signedAnew({}, { alg: 'none' })}`, trust())).toMatchObject({
      reason: 'malformed',
    });
    expect(await verifyToken(await signedAnew({}, { alg: 'HS256' }), trust())).toMatchObject({ reason: 'malformed' });
    expect(await verifyToken(await signedAnew({}, { typ: 'JOSE' }), trust())).toMatchObject({ reason: 'malformed' });
    expect(await verifyToken(await signedAnew({}, { kid: signer.id }), trust())).toMatchObject({
      reason: 'unknown_issuer',
    });
    expect(await verifyToken(await signedAnew({}, { kid: `${did}#x` }), trust())).toMatchObject({
      reason: 'unknown_issuer',
    });
    const stranger = await tokenSigner(Buffer.alloc(32, 9), did);
    const forged = await signToken(credential, { ...stranger, id: tokens.id }, issuedAt);
    expect(await verifyToken(forged, trust())).toMatchObject({ reason: 'proof_invalid' });
  });

  it('is refused when its claims say something else than its credential', async () => {
    const contradictions = {
      iss: 'did:web:elsewhere.example',
      jti: 'urn:uuid:other',
      sub: 'urn:uuid:somebody',
      nbf: 0,
      exp: 4_000_000_000,
    };
    for (const [claim, value] of Object.entries(contradictions))
      expect(await verifyToken(await signedAnew({ [claim]: value }), trust())).toMatchObject({
        verified: false,
        reason: claim === 'iss' ? 'unknown_issuer' : 'malformed',
      });
    expect(await verifyToken(await signedAnew({ sub: undefined }), trust())).toMatchObject({ reason: 'malformed' });
  });

  it('is refused when its key had expired or was revoked before it was signed', async () => {
    const before = new Date(+issuedAt - 1000);
    const keyed = (changes: object) => trust({ keys: [signer.published, { ...tokens.published, ...changes }] });
    expect(await verifyToken(token, keyed({ expiresAt: before }))).toMatchObject({ reason: 'key_expired' });
    expect(await verifyToken(token, keyed({ revokedAt: before }))).toMatchObject({ reason: 'key_revoked' });
  });

  it('is refused when it is no token at all', async () => {
    for (const text of ['', 'a.b.c', 'not a token', `${token}.${token}`])
      expect(await verifyToken(text, trust())).toMatchObject({ verified: false });
  });
});

describe('a key for tokens', () => {
  it('is published as the coordinates of a point, never with its secret', () => {
    const [method] = didDocument(did, [tokens.published]).verificationMethod;
    expect(method).toMatchObject({ type: 'JsonWebKey', publicKeyJwk: { kty: 'EC', crv: 'P-256' } });
    expect(JSON.stringify(method)).not.toContain('"d"');
  });

  it('is not made of bytes outside the curve', async () => {
    await expect(tokenSigner(Buffer.alloc(32), did)).rejects.toThrow('no private key');
    await expect(tokenSigner(Buffer.alloc(32, 255), did)).rejects.toThrow('no private key');
  });
});
