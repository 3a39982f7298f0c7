import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import type { Viewer } from '../../web/index.js';
import { Destinations } from '../sending/destinations.js';
import type { WebhookEvent } from './events.js';
import { Secrets } from './secrets.js';
import { tooManyEndpoints, wrongAddress } from './webhook.errors.js';

const most = 20;

export interface NewEndpoint {
  url: string;
  description: string;
  events: WebhookEvent[];
}

/** A new endpoint or a new secret of one. The secret is answered this once. */
export interface ShownSecret {
  id: string;
  secret: string;
}

/** Adds an endpoint, after its address was looked at; it is looked at again whenever a message leaves. */
@Injectable()
export class AddEndpoint {
  constructor(
    private readonly db: Database,
    private readonly destinations: Destinations,
    private readonly secrets: Secrets,
  ) {}

  /** @throws wrong_address, too_many_webhooks */
  async execute(by: Viewer, { url, description, events }: NewEndpoint): Promise<ShownSecret> {
    const destination = await this.destinations.find(url);
    if (typeof destination === 'string') throw wrongAddress(destination);
    return this.db.transaction(async (tx) => {
      await tx.lock('integrations.endpoints');
      const id = newId();
      const added = await tx.row(
        `INSERT INTO webhook_endpoints (id, url, description, events, added_by) SELECT $1, $2, $3, $4, $5
         WHERE (SELECT count(*) FROM webhook_endpoints WHERE closed_because IS DISTINCT FROM 'removed') < ${most} RETURNING id`,
        [id, destination.url.href, description, events, by.personId],
      );
      if (!added) throw tooManyEndpoints();
      return { id, secret: await this.secrets.make(tx, id) };
    });
  }
}
