import { networkOf } from '../network-of.js';

/** Where somebody came from, roughly: the /24 of an IPv4 address, the /48 of an IPv6 one. */
export function coarseNetwork(ip: string | undefined): string {
  const network = networkOf(ip);
  if (network === '') return 'unknown';
  if (network.includes('.')) return `${network.split('.').slice(0, 3).join('.')}.0/24`;
  return `${network.split(':').slice(0, 3).join(':')}::/48`;
}
