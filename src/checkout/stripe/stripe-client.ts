import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { isTooMany } from './stripe-errors.js';
import { StripeConnection } from './stripe-connection.js';

const waits = [400, 800, 1_600];

/**
 * The one way to Stripe's API. Connection errors, time-outs and 5xx are asked again by the SDK; "too many requests" (also
 * `lock_timeout`), which it gives up on at once, here. Whatever creates something brings an idempotency key made of a row's
 * id, so that asking again makes nothing twice.
 */
@Injectable()
export class StripeClient {
  private readonly stripe: Stripe;

  constructor(connection: StripeConnection) {
    const { apiKey, server } = connection.settings;
    this.stripe = new Stripe(apiKey, {
      apiVersion: '2026-10-28.endive',
      maxNetworkRetries: 2,
      timeout: 10_000,
      telemetry: false,
      ...(server && { host: server.host, port: server.port, protocol: 'http' }),
    });
  }

  async ask<T>(question: (stripe: Stripe) => Promise<T>): Promise<T> {
    for (const wait of waits) {
      try {
        return await question(this.stripe);
      } catch (error) {
        if (!isTooMany(error)) throw error;
        // Many wait at such a moment: they do not all come back together.
        await setTimeout(wait + Math.random() * wait);
      }
    }
    return question(this.stripe);
  }
}
