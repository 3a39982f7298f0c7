import { networkOf } from './network-of.js';
import { MissLimit, missesPerMinute, UploadLimit, uploadsPerMinute } from './limits.js';
import { PerMinute } from '../web/index.js';

describe('a limit per minute', () => {
  it('lets one client go so far, and others go on', () => {
    const limit = new PerMinute(30);
    for (let time = 0; time < 30; time += 1) {
      expect(limit.secondsToWait('192.0.2.1', time)).toBe(0);
      limit.note('192.0.2.1', time);
    }
    expect(limit.secondsToWait('192.0.2.1', 59_999)).toBe(1);
    expect(limit.secondsToWait('192.0.2.2', 59_999)).toBe(0);
    expect(limit.secondsToWait('192.0.2.1', 60_000)).toBe(0);
  });

  it('starts a new minute with the first one after the last one', () => {
    const limit = new PerMinute(2);
    for (const at of [0, 0, 60_000]) limit.note('192.0.2.1', at);
    expect(limit.secondsToWait('192.0.2.1', 60_001)).toBe(0);
  });

  it('remembers a bounded number of addresses', () => {
    const limit = new PerMinute(1);
    for (let client = 0; client < 12_000; client += 1) limit.note(String(client), 0);
    expect((limit as unknown as { windows: Map<string, unknown> }).windows.size).toBeLessThanOrEqual(10_000);
  });
});

describe('limits of verification', () => {
  it('count numbers that do not exist, and refuse once they look like guesses', () => {
    const limit = new MissLimit();
    for (let miss = 0; miss < missesPerMinute; miss += 1) {
      limit.refuseIfGuessing('192.0.2.1');
      limit.note('192.0.2.1');
    }
    expect(() => limit.refuseIfGuessing('192.0.2.1')).toThrow('Please wait');
    expect(() => limit.refuseIfGuessing('192.0.2.2')).not.toThrow();
  });

  it('count every file', () => {
    const limit = new UploadLimit();
    for (let file = 0; file < uploadsPerMinute; file += 1) limit.take('192.0.2.1');
    expect(() => limit.take('192.0.2.1')).toThrow('Please wait');
    expect(() => limit.take('192.0.2.2')).not.toThrow();
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
