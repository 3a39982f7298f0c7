/**
 * The stand-in must never run where real money could be meant.
 * @throws Error naming the reason, never the key.
 */
export function refuseBesideRealKeys(env: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(env)) {
    if (value && /\b[sr]k_live_/.test(value)) {
      throw new Error(`The Stripe stand-in does not start: ${name} holds a live Stripe key.`);
    }
  }
  if (env.STRIPE_SECRET_KEY) {
    throw new Error('The Stripe stand-in does not start: STRIPE_SECRET_KEY is set, so payments belong to Stripe.');
  }
}
