import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addresses } from '../../../src/certificates/credential/addresses.js';
import { exampleClaim } from '../../../src/certificates/credential/claim.example.js';
import { bundledContexts } from '../../../src/certificates/credential/documents.js';
import { openBadge } from '../../../src/certificates/credential/open-badge.js';
import { hashedEmail } from '../../../src/certificates/credential/recipient.js';
import { type SignedCredential, signCredential } from '../../../src/certificates/credential/sign-credential.js';
import { statusListCredential } from '../../../src/certificates/credential/status-list.js';
import { badgePng, badgeSvg } from '../../../src/certificates/faces/paint-badge.js';
import { signToken } from '../../../src/certificates/faces/sign-token.js';
import { renderCertificate } from '../../../src/certificates/pdf/render-certificate.js';
import { didDocument, didWeb } from '../../../src/certificates/signing/did-web.js';
import { seedSigner } from '../../../src/certificates/signing/seed-signer.js';
import { tokenSigner } from '../../../src/certificates/signing/token-signer.js';
import { pemSigner, selfSigned, signPdf } from '../../../src/documents/index.js';

const has = (modules: string) => spawnSync('python3', ['-c', `import ${modules}`]).status === 0;
const withTokens = has('cryptography') ? it : it.skip;
const withAll = has('cryptography, pyld') ? it : it.skip;

const folder = mkdtempSync(join(tmpdir(), 'python-'));
const base = 'http://localhost:3000';
const did = didWeb(base);
const claim = { ...exampleClaim, validUntil: '2028-11-22T18:00:00Z' };
const [during, later] = ['2026-12-24T09:00:00Z', '2028-11-23T09:00:00Z'];
const files = ['token.jwt', 'credential.json', 'badge.png', 'badge.svg', 'certificate.pdf'];

function write(name: string, content: object | string | Buffer): string {
  const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content);
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

/** Each face of one certificate, made of a claim that `name` tells apart. */
async function make(name: string, keys: { seed: number; holder?: string }): Promise<void> {
  const signer = await seedSigner(Buffer.alloc(32, keys.seed), did);
  const token = await tokenSigner(Buffer.alloc(32, keys.seed), did);
  const issuedAt = new Date(claim.issuedAt);
  const badge = openBadge(claim, hashedEmail('amelia@example.test', 'salt'), 42, base);
  const changed = (signed: SignedCredential): SignedCredential => {
    const subject = signed.credentialSubject as object;
    return keys.holder ? { ...signed, credentialSubject: { ...subject, name: keys.holder } } : signed;
  };
  const credential = await signCredential(badge, signer, issuedAt);
  const jwt = await signToken(credential, token, issuedAt);
  const [head, body, signature] = jwt.split('.') as [string, string, string];
  const claims = changed(JSON.parse(Buffer.from(body, 'base64url').toString()) as SignedCredential);
  write(`${name}-token.jwt`, [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.'));
  const shown = changed(credential);
  const { key, certificate } = await pdfKey;
  const sheet = renderCertificate(claim, addresses(base).verify(claim.number), shown);
  write(`${name}-credential.json`, shown);
  write(`${name}-badge.png`, await badgePng(claim, shown));
  write(`${name}-badge.svg`, badgeSvg(claim, shown));
  write(`${name}-certificate.pdf`, await signPdf(sheet, pemSigner(key, certificate), issuedAt, 'Issued'));
}

let pdfKey: ReturnType<typeof selfSigned>;
let trust: string[];

async function listOf(name: string, revoked: number[], at: string, seed = 7): Promise<string[]> {
  const id = addresses(base).statusList(1);
  const signer = await seedSigner(Buffer.alloc(32, seed), did);
  const list = await statusListCredential({ id, issuer: did, revoked }, signer, new Date(at));
  return ['--status', write(`${name}.json`, list), '--at', at];
}

/** The verdict on each face, a line for each; `of` chooses among the faces. */
function verify(name: string, more: string[], of = files): string[] {
  const faces = of.map((file) => join(folder, `${name}-${file}`));
  const script = 'test/outside/python/verify_certificate.py';
  const { stdout, stderr } = spawnSync('python3', [script, ...faces, ...trust, ...more], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

const all = (text: string) => files.map(() => expect.stringMatching(text) as string);

describe('a verifier in Python that knows nothing of this product', () => {
  beforeAll(async () => {
    pdfKey = selfSigned('Example');
    await make('good', { seed: 7 });
    await make('changed', { seed: 7, holder: 'Somebody Else' });
    await make('forged', { seed: 8 });
    const keys = [await seedSigner(Buffer.alloc(32, 7), did), await tokenSigner(Buffer.alloc(32, 7), did)];
    const document = write(
      'did.json',
      didDocument(
        did,
        keys.map(({ published }) => published),
      ),
    );
    mkdirSync(join(folder, 'contexts'));
    [...bundledContexts].forEach(([address, content], at) =>
      write(`contexts/${at}.json`, { address, document: content }),
    );
    trust = ['--did', document, '--contexts', join(folder, 'contexts')];
  }, 60_000);

  withAll('accepts all five faces', async () => {
    const verdicts = verify('good', await listOf('list', [41, 43], during));
    expect(verdicts).toEqual(all('^VERIFIED Amelia Okonkwo-Reyes: Foundations.* by did:web:localhost%3A3000$'));
  });

  withAll('refuses each face with another name in it, and each that another key signed', async () => {
    const list = await listOf('list', [], during);
    expect(verify('changed', list)).toEqual(all('^REFUSED the signature does not fit$'));
    expect(verify('forged', list)).toEqual(all('^REFUSED the issuer has no key'));
  });

  withAll('refuses each face once it is expired or revoked', async () => {
    expect(verify('good', await listOf('later', [], later))).toEqual(all('^REFUSED expired$'));
    expect(verify('good', await listOf('revoked', [42], during))).toEqual(all('^REFUSED revoked$'));
  });

  withAll('refuses a list that is stale or that another signed', async () => {
    const stale = await listOf('stale', [], '2026-12-01T09:00:00Z');
    stale[3] = during;
    const forged = await listOf('forged', [], during, 8);
    const doubt = '^REFUSED the status list does not verify: ';
    expect(verify('good', stale)).toEqual(all(`${doubt}expired$`));
    expect(verify('good', forged)).toEqual(all(`${doubt}the issuer has no key`));
  });

  withAll('refuses a member that no signature covers', async () => {
    const credential = JSON.parse(readFileSync(join(folder, 'good-credential.json'), 'utf8')) as object;
    write('more-credential.json', { ...credential, grade: 'excellent' });
    const [verdict] = verify('more', await listOf('list', [], during), ['credential.json']);
    expect(verdict).toBe('REFUSED a member of the credential is not covered by the signature');
  });

  withTokens('judges the token without any library for canonical RDF', async () => {
    const token = ['token.jwt'];
    const list = await listOf('list', [], during);
    expect(verify('good', list, token)[0]).toMatch(/^VERIFIED Amelia Okonkwo-Reyes/);
    expect(verify('changed', list, token)).toEqual(['REFUSED the signature does not fit']);
    expect(verify('good', await listOf('revoked', [42], during), token)).toEqual(['REFUSED revoked']);
  });
});
