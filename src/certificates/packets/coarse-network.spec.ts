import { coarseNetwork } from './coarse-network.js';

describe('where a packet was opened from', () => {
  it('is kept as a network, never as an address', () => {
    expect(coarseNetwork('203.0.113.77')).toBe('203.0.113.0/24');
    expect(coarseNetwork('::ffff:203.0.113.77')).toBe('203.0.113.0/24');
    expect(coarseNetwork('2001:db8:aa:bb:1:2:3:4')).toBe('2001:db8:aa::/48');
    expect(coarseNetwork(undefined)).toBe('unknown');
  });
});
