import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Addresses of IPv4 that are nobody's on the internet: this machine, private networks, the cloud's own services, and the like. */
const privateV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Of IPv6 only global unicast can be public, and of it not what carries IPv4 inside or is for examples. */
const globalV6 = ['2000::/3'];
const privateV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

export function networks(list: string[]): BlockList {
  const block = new BlockList();
  for (const one of list) {
    const [address, bits] = one.split('/') as [string, string | undefined];
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    block.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  }
  return block;
}

const [closedV4, openV6, closedV6] = [networks(privateV4), networks(globalV6), networks(privateV6)];

/** Whether this network contains the address. IPv4 in IPv6 clothes is the IPv4 address. */
export function contains(block: BlockList, address: string): boolean {
  const plain = undressed(address);
  return block.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
}

/** Whether an address is one of the public internet. What is no address is not. */
export function isPublic(address: string): boolean {
  const plain = undressed(address);
  if (isIPv4(plain)) return !closedV4.check(plain);
  return isIPv6(plain) && openV6.check(plain, 'ipv6') && !closedV6.check(plain, 'ipv6');
}

function undressed(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const hex = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(address);
  if (!hex) return address;
  const [high, low] = [parseInt(hex[1]!, 16), parseInt(hex[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
