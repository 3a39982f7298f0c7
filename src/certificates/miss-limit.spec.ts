import { MissLimit, missesPerMinute } from './miss-limit.js';
import { networkOf } from './network-of.js';

describe('looking up numbers that do not exist', () => {
  it('is allowed thirty times a minute from one address, and elsewhere goes on', () => {
    const limit = new MissLimit();
    for (let miss = 0; miss < missesPerMinute; miss += 1) {
      limit.refuseIfGuessing('192.0.2.1', miss);
      limit.note('192.0.2.1', miss);
    }
    expect(() => limit.refuseIfGuessing('192.0.2.1', 59_999)).toThrow('Please wait');
    expect(() => limit.refuseIfGuessing('192.0.2.2', 59_999)).not.toThrow();
    expect(() => limit.refuseIfGuessing('192.0.2.1', 60_000)).not.toThrow();
  });

  it('starts a new minute with the first miss after the last one', () => {
    const limit = new MissLimit();
    for (let miss = 0; miss < missesPerMinute; miss += 1) limit.note('192.0.2.1', 0);
    limit.note('192.0.2.1', 60_000);
    expect(() => limit.refuseIfGuessing('192.0.2.1', 60_001)).not.toThrow();
  });

  it('remembers a bounded number of addresses', () => {
    const limit = new MissLimit();
    for (let client = 0; client < 12_000; client += 1) limit.note(String(client), 0);
    expect((limit as unknown as { windows: Map<string, unknown> }).windows.size).toBeLessThanOrEqual(10_000);
  });
});

describe('one client', () => {
  it('is an IPv4 address, also in IPv6 clothes', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  });

  it('is the first half of an IPv6 address', () => {
    expect(networkOf('2001:db8:0:1:aaaa::1')).toBe('2001:db8:0:1');
    expect(networkOf('2001:0db8:0000:0001:bbbb:cccc:dddd:eeee')).toBe('2001:db8:0:1');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
    expect(networkOf('::1')).toBe('0:0:0:0');
  });

  it('is counted even when it is not known', () => expect(networkOf(undefined)).toBe(''));
});
