import type Stripe from 'stripe';
import type { Settlement } from '../payments/settlement.js';
import type { Store, Tx } from './store.js';

export interface WebhookSettings {
  webhook_mode: 'deliver' | 'hold' | 'drop';
  duplicates: number;
  shuffle: boolean;
}

/** One unit of work: an open transaction, the stand-in's time in it, and what asked for it. */
export interface Work {
  readonly tx: Tx;
  /** Unix seconds of the stand-in's clock: the database's, moved by the control plane. */
  readonly now: number;
  readonly cause: Stripe.Event.Request | null;
  readonly publicUrl: string;
  readonly webhooks: WebhookSettings;
  readonly settlement: Settlement;
  /** How many events this work has emitted. */
  emitted: number;
}

type Settings = WebhookSettings & { now: number; settlement: Settlement };

/** Opens units of work and wakes the deliveries once one that emitted events has committed. */
export class Desk {
  constructor(
    private readonly store: Store,
    private readonly publicUrl: string,
    readonly wake: () => void,
  ) {}

  async work<T>(cause: Stripe.Event.Request | null, act: (work: Work) => Promise<T>): Promise<T> {
    let emitted = 0;
    const result = await this.store.transaction(async (tx) => {
      const { now, settlement, ...webhooks } = (await tx.row<Settings>(settings))!;
      const work: Work = { tx, now, cause, publicUrl: this.publicUrl, webhooks, settlement, emitted: 0 };
      const answer = await act(work);
      emitted = work.emitted;
      return answer;
    });
    if (emitted > 0) this.wake();
    return result;
  }
}

const settings = `
  SELECT floor(extract(epoch FROM now() + clock_offset))::float8 AS now, webhook_mode, duplicates, shuffle,
    settlement
  FROM stripe_sandbox.settings`;
