import { sign } from './sign.js';

export interface Parcel {
  url: string;
  secret: string;
  payload: string;
  /** Real unix seconds: receivers compare the signature with their own clock. */
  at: number;
}

export interface Receipt {
  status: number | null;
  error: string | null;
  delivered: boolean;
}

const patience = 10_000;

/** One delivery, one answer; any 2xx is a success. Redirects are not followed. Never throws. */
export async function postEvent({ url, secret, payload, at }: Parcel, stopped?: AbortSignal): Promise<Receipt> {
  const limits = [AbortSignal.timeout(patience), ...(stopped ? [stopped] : [])];
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: payload,
      redirect: 'manual',
      signal: AbortSignal.any(limits),
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Stripe-Signature': sign(payload, secret, at),
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
    });
    await answer.body?.cancel();
    return { status: answer.status, error: null, delivered: answer.ok };
  } catch (error) {
    return { status: null, error: (error as Error).name, delivered: false };
  }
}
