import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../shared/index.js';
import { sessionSecret } from './session-secret.js';

const configFor = (folder: string, secret?: string) =>
  readConfig({ NODE_ENV: 'test', DATA_DIR: folder, ...(secret && { SESSION_SECRET: secret }) });

describe('the secret that signs session cookies', () => {
  it('is made once, kept for the next start, and readable by its owner alone', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'glabella-secret-')), 'data');
    const first = sessionSecret(configFor(folder));
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(sessionSecret(configFor(folder))).toBe(first);
    expect(readdirSync(folder)).toEqual(['session.secret']);
    expect(statSync(join(folder, 'session.secret')).mode & 0o777).toBe(0o600);
  });

  it('is the operator’s when there is one', () => {
    const given = 'x'.repeat(40);
    expect(sessionSecret(configFor('/nowhere', given))).toBe(given);
  });
});
