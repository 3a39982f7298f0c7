import { isIPv6 } from 'node:net';

/** What counts as one client: an IPv4 address, or the /64 that a provider gives to one IPv6 customer. */
export function networkOf(ip: string | undefined): string {
  const plain = (ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const [front, back] = [head, tail].map((part) => (part ? part.split(':') : []));
  const zeros = Array.from({ length: 8 - front!.length - back!.length }, () => '0');
  const groups = plain.includes('::') ? [...front!, ...zeros, ...back!] : front!;
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
