import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { medians } from '../support/figures.mjs';

const certificates = 20;

/** Issuing the five faces of a certificate and verifying credential and token, in this process: ms of CPU each. */
export async function measureFaces({ build, rounds }) {
  const load = (path) => import(pathToFileURL(join(build, 'src', path)).href);
  const [{ exampleClaim: claim }, { openBadge }, { hashedEmail }, { signCredential }, { statusListCredential }] =
    await Promise.all(
      ['claim.example', 'open-badge', 'recipient', 'sign-credential', 'status-list'].map((file) =>
        load(`certificates/credential/${file}.js`),
      ),
    );
  const { verifyCredential } = await load('certificates/credential/verify-credential.js');
  const { didDocument } = await load('certificates/signing/did-web.js');
  const { seedSigner } = await load('certificates/signing/seed-signer.js');
  const { tokenSigner } = await load('certificates/signing/token-signer.js');
  const { signToken } = await load('certificates/faces/sign-token.js');
  const { verifyToken } = await load('certificates/faces/verify-token.js');
  const { badgePng, badgeSvg } = await load('certificates/faces/paint-badge.js');
  const { renderCertificate } = await load('certificates/pdf/render-certificate.js');
  const { pemSigner, selfSigned, signPdf } = await load('documents/index.js');

  const [base, did] = ['http://localhost:3000', claim.issuer.id];
  const [signer, tokens] = [await seedSigner(Buffer.alloc(32, 1), did), await tokenSigner(Buffer.alloc(32, 1), did)];
  const { key, certificate } = await selfSigned('Bench');
  const paper = pemSigner(key, certificate);
  const at = new Date(claim.issuedAt);
  const document = didDocument(did, [signer.published, tokens.published]);
  const list = await statusListCredential({ id: `${base}/credentials/status/1`, issuer: did, revoked: [] }, signer, at);
  const trust = { now: at, did: () => document, statusList: async () => list };

  const credential = () => signCredential(openBadge(claim, hashedEmail('a@example.test'), 0, base), signer, at);
  const signed = await credential();
  const token = await signToken(signed, tokens, at);
  const acts = {
    'JSON issued': credential,
    'JWT issued': () => signToken(signed, tokens, at),
    'PNG drawn and baked': () => badgePng(claim, signed),
    'SVG drawn and baked': () => badgeSvg(claim, signed),
    'PDF set and signed': async () =>
      signPdf(renderCertificate(claim, `${base}/verify/x`, signed), paper, at, 'Certificate'),
    'JSON verified, with its status list': () => verifyCredential(signed, trust),
    'JWT verified, with its status list': () => verifyToken(token, trust),
  };
  const verdict = await acts['JSON verified, with its status list']();
  if (!verdict.verified) throw new Error(`The certificate does not verify: ${verdict.detail}`);
  const seen = [];
  for (let round = 0; round <= rounds; round++) {
    const figures = {};
    for (const [name, act] of Object.entries(acts)) {
      const before = process.cpuUsage();
      for (let n = 0; n < certificates; n++) await act();
      const { user, system } = process.cpuUsage(before);
      figures[name] = (user + system) / 1000 / certificates;
    }
    // The first round warms up.
    if (round > 0) seen.push(figures);
  }
  const figures = medians(seen);
  const issued = Object.entries(figures).filter(([name]) => !name.includes('verified'));
  return {
    acts: figures,
    allFive: issued.reduce((sum, [, cpu]) => sum + cpu, 0),
    verified: figures['JSON verified, with its status list'],
  };
}
