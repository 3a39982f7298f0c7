import { readConfig } from './index.js';

const production = {
  NODE_ENV: 'production',
  BASE_URL: 'https://learn.example',
  DATABASE_URL: 'postgres://u:p@db/x',
  STRIPE_SECRET_KEY: 'sk_live_abc',
  STRIPE_WEBHOOK_SECRET: 'whsec_abc',
  SESSION_SECRET: 'x'.repeat(32),
  CREDENTIAL_SIGNING_SEED: 'A'.repeat(43),
  CREDENTIAL_TOKEN_SEED: 'B'.repeat(43),
  PDF_SIGNING_KEY: '/run/secrets/pdf.key',
  PDF_SIGNING_CHAIN: '/run/secrets/pdf.pem',
  LICENCE_PAPERS_KEY: 'B'.repeat(43),
  SELLER_NAME: 'Injectables School GmbH',
  SELLER_ADDRESS: 'Ring 1; 1010 Wien; Austria',
  SELLER_TAX_ID: 'ATU12345678',
};

describe('the configuration', () => {
  it('runs without any variable, as a demo on port 3000', () => {
    const config = readConfig({});
    expect([config.baseUrl, config.demo, config.sandboxPort]).toEqual(['http://localhost:3000', true, 3001]);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['BASE_URL', 'ftp://x'],
    ['DATABASE_URL', 'mysql://x'],
    ['STRIPE_SECRET_KEY', 'pk_live_x'],
    ['STRIPE_WEBHOOK_SECRET', 'secret'],
    ['SMTP_URL', 'http://x'],
    ['SESSION_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['PROCESS', 'both'],
    ['CREDENTIAL_SIGNING_SEED', 'abc'],
    ['CREDENTIAL_TOKEN_SEED', 'abc'],
    ['VAULT_TRANSIT_KEY', '..'],
    ['VAULT_TRANSIT_KEY', 'a/b'],
    ['VAULT_TRANSIT_MOUNT', '/transit/'],
    ['VAULT_ADDR', 'https://user:pass@vault.example'],
    ['VAULT_TOKEN', 'two\nlines'],
    ['SELLER_NAME', 'two\nlines'],
    ['SELLER_ADDRESS', 'a;;b'],
    ['SELLER_TAX_ID', 'x'],
    ['SELLER_NAMES', 'Misspelt'],
    ['XAPI_ENDPOINT', 'ftp://lrs.example/xapi'],
    ['XAPI_ENDPOINT', 'https://lrs.example/xapi'],
    ['XAPI_CREDENTIALS', 'no-colon'],
    ['OUTGOING_NETWORKS', '10.0.0.0/33'],
    ['OUTGOING_NETWORKS', '10.0.0.0/8,localhost'],
  ])('stops the boot for %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('names everything that is wrong at once and never prints a secret', () => {
    const secret = 'sk_wrong_0123456789';
    const boot = () => readConfig({ PORT: 'x', STRIPE_SECRET_KEY: secret, SESSION_SECRET: 'tiny-secret' });
    expect(boot).toThrow(/PORT[^]*STRIPE_SECRET_KEY[^]*SESSION_SECRET/);
    try {
      boot();
    } catch (error) {
      expect(String(error)).not.toMatch(new RegExp(`${secret}|tiny-secret`));
    }
  });

  it('refuses a live key without the webhook secret', () => {
    expect(() => readConfig({ STRIPE_SECRET_KEY: 'sk_live_abc' })).toThrow('STRIPE_WEBHOOK_SECRET');
    expect(() => readConfig({ STRIPE_SECRET_KEY: 'rk_live_abc' })).toThrow('STRIPE_WEBHOOK_SECRET');
    expect(readConfig({ STRIPE_SECRET_KEY: 'sk_test_abc' }).demo).toBe(false);
  });

  it('accepts two webhook secrets while one is rotated, not three', () => {
    expect(readConfig({ STRIPE_WEBHOOK_SECRET: 'whsec_a,whsec_b' }).values.STRIPE_WEBHOOK_SECRET).toBe(
      'whsec_a,whsec_b',
    );
    expect(() => readConfig({ STRIPE_WEBHOOK_SECRET: 'whsec_a,whsec_b,whsec_c' })).toThrow('STRIPE_WEBHOOK_SECRET');
  });

  it('takes a key in Vault instead of a seed, with all that it needs', () => {
    const { CREDENTIAL_SIGNING_SEED: seed, ...others } = production;
    const vault = { VAULT_TRANSIT_KEY: 'credentials', VAULT_ADDR: 'https://vault.example:8200', VAULT_TOKEN: 'hvs.x' };
    const boot = (changes: NodeJS.ProcessEnv) => () => readConfig({ ...others, ...vault, ...changes });
    expect(boot({})().values).toMatchObject({ ...vault, VAULT_TRANSIT_MOUNT: 'transit' });
    expect(boot({ VAULT_TOKEN: '', VAULT_TOKEN_FILE: '/run/token' })().values.VAULT_TOKEN).toBeUndefined();
    expect(boot({ VAULT_ADDR: 'http://127.0.0.1:8200' })).not.toThrow();
    expect(boot({ CREDENTIAL_SIGNING_SEED: seed })).toThrow('CREDENTIAL_SIGNING_SEED: leave it out');
    expect(boot({ VAULT_ADDR: undefined })).toThrow('VAULT_ADDR: required');
    expect(boot({ VAULT_ADDR: 'http://127.0.0.1.example' })).toThrow('VAULT_ADDR: must be https');
    expect(boot({ VAULT_TOKEN: undefined })).toThrow('one of them');
    expect(boot({ VAULT_TOKEN_FILE: '/run/token' })).toThrow('not both');
    expect(() => readConfig({ VAULT_ADDR: vault.VAULT_ADDR, VAULT_TOKEN: 'hvs.x' })).not.toThrow();
  });

  it('refuses the interface for conformance suites in production', () => {
    expect(() => readConfig({ ...production, VC_API: 'on' })).toThrow('never in production');
    expect(readConfig({}).values.VC_API).toBe('off');
  });

  it.each([
    'BASE_URL',
    'DATABASE_URL',
    'STRIPE_SECRET_KEY',
    'SESSION_SECRET',
    'CREDENTIAL_SIGNING_SEED',
    'CREDENTIAL_TOKEN_SEED',
    'PDF_SIGNING_KEY',
    'PDF_SIGNING_CHAIN',
    'LICENCE_PAPERS_KEY',
  ])('needs %s in production, where there is no demo', (name) => {
    expect(readConfig(production).demo).toBe(false);
    expect(() => readConfig({ ...production, [name]: undefined })).toThrow(`${name}: required in production`);
  });
});
