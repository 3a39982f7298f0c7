import { contains, isPublic, networks } from './networks.js';

describe('an address of the public internet', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450::1', '::ffff:8.8.8.8'])(
    '%s is one',
    (address) => expect(isPublic(address)).toBe(true),
  );
  it.each([
    ...[
      '127.0.0.1',
      '127.9.9.9',
      '0.0.0.0',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...['100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.0.192'],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd00:ec2::254',
      'ff02::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::127.0.0.1',
    ],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', '3fff::1'],
    ...['localhost', '', '2130706433', '127.1'],
  ])('%s is none', (address) => expect(isPublic(address)).toBe(false));

  it('may be in a network that the operator opened', () => {
    const open = networks(['10.1.0.0/16', '127.0.0.1', 'fd00::/8']);
    for (const address of ['10.1.2.3', '127.0.0.1', '::ffff:127.0.0.1', 'fd00::7'])
      expect(contains(open, address)).toBe(true);
    for (const address of ['10.2.0.1', '127.0.0.2', '::1']) expect(contains(open, address)).toBe(false);
  });
});
