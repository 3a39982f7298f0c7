import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readConfig } from '../../shared/index.js';
import { PaperKeys, paperKeysFor } from './paper-keys.js';
import { seal, unseal } from './seal.js';

const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const keys = new PaperKeys([old]);
const bytes = Buffer.from('a licence');

describe('a sealed paper', () => {
  it('opens to the same bytes, and shows none of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 400 }), fc.uuid(), (given, id) => {
        const sealed = seal(keys, id, Buffer.from(given));
        expect(sealed.sealed.includes(Buffer.from(given))).toBe(false);
        expect(unseal(keys, id, sealed)).toEqual(Buffer.from(given));
      }),
    );
  });

  it('does not open with one bit changed, nor as another paper', () => {
    const sealed = seal(keys, 'one', bytes);
    expect(() => unseal(keys, 'two', sealed)).toThrow();
    for (let at = 0; at < sealed.sealed.length; at += 1) {
      const harmed = Buffer.from(sealed.sealed);
      harmed[at]! ^= 1;
      expect(() => unseal(keys, 'one', { ...sealed, sealed: harmed })).toThrow();
    }
  });

  it('has a key of its own each time', () => {
    const [one, two] = [seal(keys, 'one', bytes), seal(keys, 'one', bytes)];
    expect(one.sealed.equals(two.sealed)).toBe(false);
    expect(() => unseal(keys, 'one', { ...one, wrappedKey: two.wrappedKey })).toThrow();
  });

  it('opens after a rotation as long as the old key is configured, and says so when it is not', () => {
    const sealed = seal(keys, 'one', bytes);
    expect(unseal(new PaperKeys([fresh, old]), 'one', sealed)).toEqual(bytes);
    expect(() => unseal(new PaperKeys([fresh]), 'one', sealed)).toThrow('is not configured');
  });
});

describe('the key of papers', () => {
  it('is made once outside production, readable by its owner alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'glabella-papers-'));
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: folder });
    const made = await Promise.all(Array.from({ length: 20 }, () => paperKeysFor(config)));
    expect(new Set(made.map(({ current }) => current.id)).size).toBe(1);
    const file = join(folder, 'licence-papers-key.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('AES-256');
  });

  it('comes from the configuration, the one for new papers first', async () => {
    const LICENCE_PAPERS_KEY = [fresh, old].map((key) => key.toString('base64url')).join(',');
    const found = await paperKeysFor(readConfig({ NODE_ENV: 'test', LICENCE_PAPERS_KEY }));
    expect(found.current.key).toEqual(fresh);
    expect(() => readConfig({ LICENCE_PAPERS_KEY: 'short' })).toThrow('LICENCE_PAPERS_KEY');
  });
});
