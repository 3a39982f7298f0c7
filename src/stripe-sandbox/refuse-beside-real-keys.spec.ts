import { refuseBesideRealKeys } from './refuse-beside-real-keys.js';

describe('the stand-in beside real keys', () => {
  it.each([
    ['STRIPE_SECRET_KEY', 'sk_live_abc'],
    ['STRIPE_SECRET_KEY', 'sk_test_abc'],
    ['SOME_OTHER_NAME', 'rk_live_abc'],
    ['OLD_KEYS', 'whsec_x,sk_live_abc'],
  ])('does not start, and repeats no key: %s %s', (name, value) => {
    let said = '';
    try {
      refuseBesideRealKeys({ [name]: value });
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toContain(name);
    expect(said).not.toContain(value);
  });

  it('starts where there are none', () => {
    expect(() => refuseBesideRealKeys({ STRIPE_SECRET_KEY: '', PATH: '/usr/bin' })).not.toThrow();
  });
});
