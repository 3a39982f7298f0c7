import type { Logger } from '../logger.js';
import { expireOverdue } from '../sessions/expire-session.js';
import { releaseDue } from '../payouts/funds.js';
import type { Store } from '../store/store.js';
import type { Desk } from '../store/work.js';
import { claimDue, type Due, record } from './deliveries.js';
import { postEvent } from './post-event.js';

export interface Destination {
  url: string;
  secret: string;
}

const atOnce = 8;
const look = 1_000;

/** Carries events to their endpoints until it is stopped: at once when woken, and every second for what is due again. */
export class Courier {
  private readonly stopping = new AbortController();
  private ring: () => void = () => undefined;
  private rung = false;
  private readonly round: Promise<void>;

  constructor(
    private readonly store: Store,
    private readonly desk: Desk,
    private readonly own: Destination,
    private readonly logger: Logger,
  ) {
    this.round = this.walk();
  }

  wake(): void {
    this.rung = true;
    this.ring();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.ring();
    await this.round;
  }

  private async walk(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.rung = false;
      try {
        await this.desk.work(null, expireOverdue);
        await this.desk.work(null, releaseDue);
        while ((await this.carry()) && !this.stopping.signal.aborted);
      } catch (error) {
        this.logger.warn({ error: (error as Error).message }, 'the stand-in could not look for deliveries');
      }
      if (!this.rung) await this.rest();
    }
  }

  /** @returns whether there may be more. */
  private async carry(): Promise<boolean> {
    const due = await claimDue(this.store, atOnce);
    await Promise.all(due.map((one) => this.deliver(one)));
    return due.length === atOnce;
  }

  private async deliver(due: Due): Promise<void> {
    const { url, secret } = due.url && due.secret ? { url: due.url, secret: due.secret } : this.own;
    const receipt = await postEvent({ url, secret, payload: due.payload, at: due.at }, this.stopping.signal);
    await record(this.store, due, receipt);
    const { event_id: event, type, attempts } = due;
    if (!receipt.delivered)
      this.logger.warn({ event, type, attempts, status: receipt.status }, 'a webhook was not accepted');
  }

  private rest(): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, look);
      this.ring = () => {
        clearTimeout(timer);
        done();
      };
      if (this.rung || this.stopping.signal.aborted) this.ring();
    });
  }
}
