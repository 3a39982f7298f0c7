import { createHmac, randomBytes } from 'node:crypto';

const mark = 'whsec_';

/** A secret as a receiver keeps it: 32 random bytes. */
export const newSecret = (): string => mark + randomBytes(32).toString('base64');

export interface Signed {
  id: string;
  /** Of this attempt, in whole seconds. */
  timestamp: number;
  body: string;
}

/** The headers of standardwebhooks.com. With several secrets there is a signature by each: the receiver knows one of them. */
export function signedHeaders({ id, timestamp, body }: Signed, secrets: string[]): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(mark.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures.join(' ') };
}
