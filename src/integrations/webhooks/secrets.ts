import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { SecretSeal } from './secret-seal.js';
import { newSecret } from './signature.js';

/** So long the secret before stays good beside a new one. */
export const overlapHours = 24;

/** The secrets of endpoints. A new one is answered once. */
@Injectable()
export class Secrets {
  constructor(
    private readonly db: Database,
    private readonly seal: SecretSeal,
  ) {}

  /** Makes a secret; the one before signs beside it for a day, any older one no more. The caller holds the endpoint. */
  async make(tx: Tx, endpointId: string): Promise<string> {
    const [id, secret] = [newId(), newSecret()];
    await tx.rows('UPDATE webhook_secrets SET ends_at = now() WHERE endpoint_id = $1 AND ends_at > now()', [
      endpointId,
    ]);
    await tx.rows(
      `UPDATE webhook_secrets SET ends_at = now() + interval '${overlapHours} hours'
       WHERE endpoint_id = $1 AND ends_at IS NULL`,
      [endpointId],
    );
    await tx.rows('INSERT INTO webhook_secrets (id, endpoint_id, sealed) VALUES ($1, $2, $3)', [
      ...[id, endpointId, this.seal.seal(id, secret)],
    ]);
    return secret;
  }

  /** Those that sign now, the newest first; none when they were sealed under a key that we do not have. */
  async of(endpointId: string): Promise<string[]> {
    const kept = await this.db.rows<{ id: string; sealed: Buffer }>(
      'SELECT id, sealed FROM webhook_secrets WHERE endpoint_id = $1 AND (ends_at IS NULL OR ends_at > now()) ORDER BY id DESC',
      [endpointId],
    );
    return kept.map(({ id, sealed }) => this.seal.open(id, sealed)).filter((secret) => secret !== undefined);
  }
}
