import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IssueCertificates } from '../../src/certificates/index.js';
import { graduate, issuedTo } from '../fixtures/graduate.js';
import { testApp, type TestApp } from '../support/index.js';

describe('a verifier that knows nothing of this product', () => {
  let app: TestApp;
  let number: string;
  beforeAll(async () => {
    app = await testApp();
    const personId = await graduate(app, 'Amelia Okonkwo-Reyes', 'foundations');
    await app.get(IssueCertificates).execute(personId);
    number = (await issuedTo(app, personId)).numbers[0]!;
  }, 120_000);
  afterAll(() => app.close());

  const verify = (source: string, ...flags: string[]) =>
    new Promise<{ code: number | string; said: string }>((resolve) => {
      execFile(process.execPath, ['test/outside/verify-credential.mjs', source, ...flags], (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, said: stdout + stderr }),
      );
    });
  const address = () => `${app.url}/certificates/${number}.json`;

  async function inFile(change: (text: string) => string): Promise<string> {
    const file = join(mkdtempSync(join(tmpdir(), 'credential-')), 'credential.json');
    writeFileSync(file, change((await app.client().get(address(), { accept: 'application/json' })).text));
    return file;
  }

  it('accepts the downloaded credential, from the address and from a file', async () => {
    const online = await verify(address());
    expect(online.said).toMatch(/^VERIFIED Amelia Okonkwo-Reyes: Foundations/);
    expect(online.code).toBe(0);
    expect(await verify(await inFile((text) => text))).toEqual(online);
  }, 60_000);

  it('refuses one with a single changed character, wherever it is', async () => {
    expect(await verify(address(), '--tamper')).toMatchObject({ code: 1 });
    for (const [from, to] of [
      ['Edition 1', 'Edition 2'],
      ['Amelia', 'Amelie'],
      ['"statusListIndex":"', '"statusListIndex":"9'],
    ] as const) {
      const answer = await verify(await inFile((text) => text.replace(from, to)));
      expect([from, answer.code]).toEqual([from, 1]);
    }
  }, 60_000);

  it('refuses it from the moment of its revocation', async () => {
    const admin = await app.signIn('admin');
    await admin.post(`/api/admin/certificates/${number}/revocation`, { reason: 'Issued in error' });
    expect(await verify(address())).toEqual({ code: 1, said: 'REFUSED revoked\n' });
  }, 60_000);
});
