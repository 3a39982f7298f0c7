import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header of a payload sent at `at` (unix seconds). */
export function sign(payload: string, secret: string, at: number): string {
  const mac = createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex');
  return `t=${at},v1=${mac}`;
}
