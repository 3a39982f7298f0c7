import { clientOf } from './client-address.js';

const asking = (ip: string | undefined, userAgent?: string) => clientOf({ ip, get: () => userAgent });

describe('where a request comes from', () => {
  it('is the same address in IPv4 and in IPv6 clothes', () => expect(asking('::ffff:192.0.2.7').ip).toBe('192.0.2.7'));

  it('is counted even when it is not known', () => {
    expect(asking(undefined).ip).toBe('::');
    expect(asking('unix:').ip).toBe('::');
  });

  it('leaves the zone of a link-local address out', () => expect(asking('fe80::1%eth0').ip).toBe('fe80::1'));

  it('keeps a user agent short and printable', () => {
    expect(asking('::1', `Mozilla\u0007${'x'.repeat(500)}`).userAgent).toMatch(/^Mozillax{393}$/);
    expect(asking('::1').userAgent).toBeNull();
  });
});
