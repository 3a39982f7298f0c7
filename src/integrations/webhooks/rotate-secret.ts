import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { ShownSecret } from './add-endpoint.js';
import { lockedEndpoint } from './locked-endpoint.js';
import { Secrets } from './secrets.js';

/** Gives an endpoint a new secret. For a day messages are signed by both, so that the receiver can change in peace. */
@Injectable()
export class RotateSecret {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
  ) {}

  /** @throws not_found */
  execute(id: string): Promise<ShownSecret> {
    return this.db.transaction(async (tx) => {
      await lockedEndpoint(tx, id);
      return { id, secret: await this.secrets.make(tx, id) };
    });
  }
}
