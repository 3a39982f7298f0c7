export interface StripeSettings {
  apiKey: string;
  /** One, or two while the secret is being rotated. */
  webhookSecrets: string[];
  /** Where the stand-in listens; unset: api.stripe.com. */
  server?: { host: string; port: number };
  paymentPageOrigin?: string;
}

/** Which Stripe this process talks to. The composition root decides; nothing else in the product asks. */
export class StripeConnection {
  constructor(readonly settings: StripeSettings) {}

  /** Origins to which a form of ours may lead a browser. */
  get formTargets(): string[] {
    return [this.settings.paymentPageOrigin ?? 'https://checkout.stripe.com'];
  }
}
