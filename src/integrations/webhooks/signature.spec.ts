import { newSecret, signedHeaders } from './signature.js';

describe('the signature of a webhook', () => {
  it('is the one of the example that Standard Webhooks publishes', () => {
    const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
    expect(signedHeaders(signed, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': signed.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
  it('is made by each secret that is good, the newest first', () => {
    const signed = { id: 'm', timestamp: 1, body: '{}' };
    const [one, two] = [newSecret(), newSecret()];
    const by = (...secrets: string[]) => signedHeaders(signed, secrets)['webhook-signature'];
    expect(by(one, two)).toBe(`${by(one)} ${by(two)}`);
    expect(by(one)).not.toBe(by(two));
  });
  it('is by a secret of 32 bytes', () => {
    expect(Buffer.from(newSecret().replace('whsec_', ''), 'base64')).toHaveLength(32);
  });
});
