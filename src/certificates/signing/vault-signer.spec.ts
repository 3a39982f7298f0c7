import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readConfig } from '../../shared/index.js';
import { exampleClaim } from '../credential/claim.example.js';
import { openBadge } from '../credential/open-badge.js';
import { signCredential } from '../credential/sign-credential.js';
import { statusListCredential } from '../credential/status-list.js';
import { verifyCredential } from '../credential/verify-credential.js';
import { signerFor } from '../issuer/signer.provider.js';
import { didDocument, didWeb } from './did-web.js';
import { vaultSigner } from './vault-signer.js';
import { fixedToken, tokenFile, VaultTransit } from './vault-transit.js';

const token = 'hvs.a-secret-of-operators';
const did = didWeb('http://localhost:3000');
const data = Buffer.from('what is signed');

interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The two routes of a transit engine over HTTP, with keys that really sign. */
class TransitServer {
  readonly asked: string[] = [];
  accepted = token;
  /** What it answers first, before it does its work. */
  readonly first: (Reply | 'silence')[] = [];
  readonly key: Record<string, unknown> = { type: 'ed25519', derived: false };
  versions: KeyObject[] = [];
  private readonly server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      this.asked.push(`${request.method} ${request.url}`);
      const staged = this.first.shift();
      if (staged === 'silence') return;
      const allowed = request.headers['x-vault-token'] === this.accepted;
      const reply = staged ?? (allowed ? this.work(request.url!, body) : refused(403, 'permission denied'));
      response.writeHead(reply.status, reply.headers).end(JSON.stringify(reply.body));
    });
  });

  async open(): Promise<void> {
    this.rotate();
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  rotate(): void {
    this.versions.push(generateKeyPairSync('ed25519').privateKey);
  }

  private work(url: string, body: string): Reply {
    if (url === '/v1/transit/keys/credentials') {
      const keys = Object.fromEntries(this.versions.map((key, n) => [n + 1, { public_key: publicBytes(key) }]));
      return { status: 200, body: { data: { ...this.key, latest_version: this.versions.length, keys } } };
    }
    if (url !== '/v1/transit/sign/credentials') return refused(404);
    const { input, key_version: version } = JSON.parse(body) as { input: string; key_version: number };
    const signature = sign(null, Buffer.from(input, 'base64'), this.versions[version - 1]!).toString('base64');
    return { status: 200, body: { data: { signature: `vault:v${version}:${signature}`, key_version: version } } };
  }
}

const refused = (status: number, ...errors: string[]): Reply => ({ status, body: { errors } });
const publicBytes = (key: KeyObject) => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url').toString('base64');

describe('a key in Vault', () => {
  let server: TransitServer;
  beforeEach(async () => {
    server = new TransitServer();
    await server.open();
  });
  afterEach(() => server.close());

  const transit = (changes: object = {}) =>
    new VaultTransit({
      address: server.address,
      mount: 'transit',
      key: 'credentials',
      token: fixedToken(token),
      patience: 300,
      pauses: [1, 1],
      ...changes,
    });
  const signer = (changes?: object) => vaultSigner(transit(changes), did);
  const signature = (body: string): Reply => ({ status: 200, body: { data: { signature: body } } });

  it('signs credentials that verify by the published half', async () => {
    const settings = { VAULT_TRANSIT_KEY: 'credentials', VAULT_ADDR: `${server.address}/`, VAULT_TOKEN: token };
    const ours = await signerFor(readConfig({ NODE_ENV: 'test', ...settings }));
    const issuedAt = new Date(exampleClaim.issuedAt);
    const credential = await signCredential(openBadge(exampleClaim, null, 7, 'http://localhost:3000'), ours, issuedAt);
    expect(credential.proof[0]).toMatchObject({ verificationMethod: ours.id });
    const trust = {
      now: issuedAt,
      did: () => didDocument(did, [ours.published]),
      statusList: (id: string) => statusListCredential({ id, issuer: did, revoked: [] }, ours, issuedAt),
    };
    expect(await verifyCredential(credential, trust)).toEqual({ verified: true });
    expect(await verifyCredential({ ...credential, name: 'Other' }, trust)).toMatchObject({ reason: 'proof_invalid' });
  });

  it('keeps to the version it started with, and takes the next with the next start', async () => {
    const before = await signer();
    server.rotate();
    await before.sign({ data });
    const after = await signer();
    expect(after.id).not.toBe(before.id);
    await expect(after.sign({ data })).resolves.toHaveLength(64);
  });

  it.each([
    ['a failing Vault', refused(500, 'internal error')],
    ['a sealed Vault', refused(503, 'Vault is sealed')],
    ['too many requests', refused(429)],
    ['no answer in time', 'silence' as const],
  ])('tries again after %s', async (_, hindrance) => {
    const ours = await signer();
    server.first.push(hindrance, hindrance);
    await expect(ours.sign({ data })).resolves.toHaveLength(64);
    expect(server.asked).toHaveLength(4);
  });

  it('gives up after three tries, and says why', async () => {
    const ours = await signer();
    server.first.push(...Array.from({ length: 3 }, () => refused(503, 'Vault is sealed')));
    await expect(ours.sign({ data })).rejects.toThrow(/POST .*sign\/credentials: answered 503: .* Vault is sealed$/);
    server.first.push('silence', 'silence', 'silence');
    await expect(ours.sign({ data })).rejects.toThrow('no answer (too slow)');
    await server.close();
    await expect(ours.sign({ data })).rejects.toThrow('no answer (ECONNREFUSED)');
    await server.open();
  });

  it('asks once where asking again changes nothing, and never tells the token', async () => {
    server.accepted = 'another';
    const error = await signer().catch((problem: unknown) => problem);
    expect(String(error)).toMatch(/VaultError: .*403: the token is not valid.*permission denied$/);
    server.first.push(refused(400, `unknown token ${token}`));
    expect(String(await signer().catch((problem: unknown) => problem))).not.toContain(token);
    server.first.push({ status: 200, body: 'no object' });
    await expect(signer()).rejects.toThrow('answered 200');
    await expect(signer({ key: 'other', token: fixedToken('another') })).rejects.toThrow('no such key');
    expect(server.asked).toHaveLength(4);
  });

  it('takes the token to no other address', async () => {
    const other = new TransitServer();
    await other.open();
    server.first.push({ status: 307, headers: { location: `${other.address}/v1/transit/keys/credentials` } });
    await expect(signer()).rejects.toThrow('set VAULT_ADDR');
    expect(other.asked).toEqual([]);
    await other.close();
  });

  it.each([
    ['of another type', { type: 'ecdsa-p256' }],
    ['derived from a context', { derived: true }],
  ])('is refused at the start when it is %s', async (_, changes) => {
    Object.assign(server.key, changes);
    await expect(signer()).rejects.toThrow('must be of type ed25519, and not derived');
  });

  it('is refused at the start when its public half is not shown', async () => {
    const body = { data: { ...server.key, latest_version: 2, keys: { 1: { public_key: '' } } } };
    server.first.push({ status: 200, body });
    await expect(signer()).rejects.toThrow('no public key for version 2');
  });

  it('gives no signature on that its public half does not confirm', async () => {
    const ours = await signer();
    const right = sign(null, data, server.versions[0]!).toString('base64');
    const wrong = Buffer.alloc(64, 1).toString('base64');
    for (const answer of [`vault:v1:${wrong}`, `vault:v2:${right}`, `vault:v1:${right.slice(4)}`, right, '']) {
      server.first.push(signature(answer));
      await expect(ours.sign({ data })).rejects.toThrow('not of version 1');
    }
    server.first.push(signature(`vault:v1:${right}`));
    await expect(ours.sign({ data })).resolves.toHaveLength(64);
  });

  it('reads the token from its file each time, so that a renewed one needs no restart', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'glabella-vault-')), 'token');
    await expect(signer({ token: tokenFile(file) })).rejects.toThrow('cannot be read (ENOENT)');
    await writeFile(file, `${token}\n`);
    const ours = await signer({ token: tokenFile(file) });
    server.accepted = 'hvs.renewed';
    await writeFile(file, 'hvs.renewed');
    await expect(ours.sign({ data })).resolves.toHaveLength(64);
    await writeFile(file, `${token}\nand more`);
    const error = await ours.sign({ data }).catch((problem: unknown) => problem);
    expect(String(error)).toBe('VaultError: VAULT_TOKEN_FILE does not hold one token.');
  });
});
