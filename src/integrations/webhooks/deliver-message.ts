import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { OnJob } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { Destinations } from '../sending/destinations.js';
import { PostMessage } from '../sending/post-message.js';
import { KeepAttempt, type KeptAttempt } from './keep-attempt.js';
import { Secrets } from './secrets.js';
import { signedHeaders } from './signature.js';

/** One attempt of one delivery, as the job names it. */
export interface DueAttempt {
  id: string;
  round: number;
  tries: number;
}

interface Waiting {
  endpointId: string;
  url: string;
  messageId: string;
  body: string;
}

/** Makes one attempt and keeps what came of it. A job that comes twice makes one; after a crash perhaps two, with the same id. */
@Injectable()
export class DeliverMessage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly destinations: Destinations,
    private readonly post: PostMessage,
    private readonly attempts: KeepAttempt,
  ) {}

  @OnJob('integrations.deliver')
  async execute(due: DueAttempt): Promise<void> {
    const waiting = await this.db.row<Waiting>(
      `SELECT e.id AS "endpointId", e.url, m.id AS "messageId", m.body
       FROM webhook_deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id JOIN webhook_messages m ON m.id = d.message_id
       WHERE d.id = $1 AND d.round = $2 AND d.tries = $3 AND d.standing = 'waiting' AND e.closed_at IS NULL`,
      [due.id, due.round, due.tries],
    );
    if (waiting) await this.attempts.execute(due, await this.attempt(waiting));
  }

  private async attempt({ endpointId, url, messageId, body }: Waiting): Promise<KeptAttempt> {
    const secrets = await this.secrets.of(endpointId);
    if (secrets.length === 0) return { outcome: 'no-secret', status: null, tookMs: 0 };
    const destination = await this.destinations.find(url);
    if (typeof destination === 'string')
      return { outcome: destination === 'unknown-name' ? 'unreachable' : 'forbidden-address', status: null, tookMs: 0 };
    const timestamp = Math.floor((await this.clock.now()).getTime() / 1000);
    return this.post.to(destination, { headers: signedHeaders({ id: messageId, timestamp, body }, secrets), body });
  }
}
