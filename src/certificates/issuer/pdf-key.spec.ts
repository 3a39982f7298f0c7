import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../../documents/index.js';
import { Config, readConfig } from '../../shared/index.js';
import { PdfKey } from './pdf-key.js';

const folder = () => mkdtemp(join(tmpdir(), 'glabella-pdf-key-'));
const keyIn = (values: Partial<Config['values']>) =>
  new PdfKey(new Config({ ...readConfig({ NODE_ENV: 'test' }).values, ...values }));

describe('the key of printed certificates', () => {
  it('is made once outside production, even by four that start together, and readable by its owner alone', async () => {
    const DATA_DIR = await folder();
    const signers = await Promise.all(Array.from({ length: 4 }, () => keyIn({ DATA_DIR }).get()));
    expect(new Set(signers.map(({ certificate }) => certificate.fingerprint256)).size).toBe(1);
    expect(await readdir(DATA_DIR)).toEqual(['pdf-signing-key.pem']);
    expect((await stat(join(DATA_DIR, 'pdf-signing-key.pem'))).mode & 0o777).toBe(0o600);
  });

  it('comes from the configured files, and stops the start when they do not fit', async () => {
    const place = await folder();
    const [ours, others] = await Promise.all([selfSigned('Ours'), selfSigned('Others')]);
    const files = { PDF_SIGNING_KEY: join(place, 'key.pem'), PDF_SIGNING_CHAIN: join(place, 'chain.pem') };
    const key = keyIn({ ...files, NODE_ENV: 'production' });
    await expect(key.onApplicationBootstrap()).rejects.toThrow('ENOENT');
    await writeFile(files.PDF_SIGNING_KEY, ours.key);
    await writeFile(files.PDF_SIGNING_CHAIN, others.certificate);
    await expect(key.onApplicationBootstrap()).rejects.toThrow('does not belong');
    await writeFile(files.PDF_SIGNING_CHAIN, ours.certificate + others.certificate);
    await key.onApplicationBootstrap();
    expect((await key.get()).certificate.subject).toContain('Ours');
    expect((await key.get()).known).toHaveLength(2);
  });

  it('is never a demo key in production', async () => {
    await expect(keyIn({ NODE_ENV: 'production' }).get()).rejects.toThrow('required in production');
  });
});
