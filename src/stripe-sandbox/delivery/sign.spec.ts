import Stripe from 'stripe';
import { sign } from './sign.js';

const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'customer.created', data: { object: {} } });
const at = 1_795_000_000;

describe('a signature', () => {
  it("passes the SDK's own check at its time, and fails for another body, secret or time", () => {
    const verify = (body: string, secret: string, now: number) =>
      Stripe.webhooks.constructEvent(body, sign(payload, 'whsec_a', at), secret, 300, undefined, now * 1_000);
    expect(verify(payload, 'whsec_a', at).id).toBe('evt_1');
    expect(() => verify(`${payload} `, 'whsec_a', at)).toThrow('No signatures found');
    expect(() => verify(payload, 'whsec_b', at)).toThrow('No signatures found');
    expect(() => verify(payload, 'whsec_a', at + 301)).toThrow('Timestamp outside the tolerance zone');
  });
});
