import { isIP } from 'node:net';

/** Where a request came from, as it is counted and shown. */
export interface Client {
  ip: string;
  userAgent: string | null;
}

interface Asking {
  ip?: string | undefined;
  get(header: string): string | undefined;
}

export const clientOf = (request: Asking): Client => ({
  ip: plainIp(request.ip),
  userAgent:
    request
      .get('user-agent')
      ?.replace(/\p{Cc}/gu, '')
      .slice(0, 400) ?? null,
});

/** An IPv4 address in IPv6 clothes is the same address. */
function plainIp(ip: string | undefined): string {
  const plain = ip?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? '';
  return isIP(plain) ? plain : '::';
}
