import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import type { DeliveryFilter } from './webhook.schemas.js';

export interface Webhook {
  id: string;
  url: string;
  description: string;
  events: string[];
  addedAt: Date;
  standing: 'open' | 'paused' | 'failing' | 'gone';
  failingSince: Date | null;
  /** Until when the secret before signs too. */
  formerSecretUntil: Date | null;
  waiting: number;
  failed: number;
}

export interface Delivery {
  id: string;
  messageId: string;
  event: string;
  standing: 'waiting' | 'delivered' | 'failed';
  tries: number;
  writtenAt: Date;
  nextAt: Date | null;
  outcome: string | null;
  status: number | null;
}

export interface ShownDelivery extends Delivery {
  body: string;
  attempts: { outcome: string; status: number | null; tookMs: number; at: Date }[];
}

const webhook = `
  SELECT e.id, e.url, e.description, e.events, e.added_at AS "addedAt", coalesce(e.closed_because, 'open') AS standing,
    e.failing_since AS "failingSince",
    (SELECT max(ends_at) FROM webhook_secrets s WHERE s.endpoint_id = e.id AND s.ends_at > now()) AS "formerSecretUntil",
    count(d.id) FILTER (WHERE d.standing = 'waiting') AS waiting, count(d.id) FILTER (WHERE d.standing = 'failed') AS failed
  FROM webhook_endpoints e LEFT JOIN webhook_deliveries d ON d.endpoint_id = e.id
  WHERE e.closed_because IS DISTINCT FROM 'removed' AND ($1::uuid IS NULL OR e.id = $1) GROUP BY e.id ORDER BY e.id`;

const delivery = `
  SELECT d.id, m.id AS "messageId", m.event, d.standing, d.tries, m.written_at AS "writtenAt", d.next_at AS "nextAt",
    last.outcome, last.status, m.body
  FROM webhook_deliveries d JOIN webhook_messages m ON m.id = d.message_id
  LEFT JOIN LATERAL (SELECT outcome, status FROM webhook_attempts a WHERE a.delivery_id = d.id ORDER BY id DESC LIMIT 1)
    AS last ON true`;

@Injectable()
export class WebhookQueries {
  constructor(private readonly db: Database) {}

  all(): Promise<Webhook[]> {
    return this.db.rows(webhook, [null]);
  }

  /** @throws not_found */
  async one(id: string): Promise<Webhook> {
    const found = await this.db.row<Webhook>(webhook, [id]);
    if (!found) throw notFound('webhook');
    return found;
  }

  /** What was sent or waits, newest first. */
  async deliveries(endpointId: string, { standing, after, limit }: DeliveryFilter) {
    const found = await this.db.rows<Delivery & { body: string }>(
      `${delivery} WHERE d.endpoint_id = $1 AND ($2::text IS NULL OR d.standing = $2) AND ($3::uuid IS NULL OR d.id < $3)
       ORDER BY d.id DESC LIMIT $4`,
      [endpointId, standing ?? null, after ?? null, limit + 1],
    );
    const items: Delivery[] = found.slice(0, limit).map(({ body: _, ...shown }) => shown);
    return { items, next: found.length > limit ? items.at(-1)!.id : null };
  }

  /** @throws not_found */
  async delivery(endpointId: string, id: string): Promise<ShownDelivery> {
    const found = await this.db.row<ShownDelivery>(`${delivery} WHERE d.endpoint_id = $1 AND d.id = $2`, [
      endpointId,
      id,
    ]);
    if (!found) throw notFound('message');
    const attempts = await this.db.rows<ShownDelivery['attempts'][number]>(
      `SELECT outcome, status, took_ms AS "tookMs", at FROM webhook_attempts WHERE delivery_id = $1 ORDER BY id DESC LIMIT 100`,
      [id],
    );
    return { ...found, attempts };
  }
}
