import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { testEvent } from './events.js';
import { lockedEndpoint } from './locked-endpoint.js';
import { endpointClosed } from './webhook.errors.js';
import { WriteMessage } from './write-message.js';

/** Sends one message that says nothing, so that a receiver can be tried. */
@Injectable()
export class TestEndpoint {
  constructor(
    private readonly db: Database,
    private readonly writing: WriteMessage,
  ) {}

  /** @throws not_found, webhook_closed */
  execute(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (!(await lockedEndpoint(tx, id)).isOpen) throw endpointClosed();
      await this.writing.write(tx, { factId: null, event: testEvent, data: { webhookId: id } }, [{ id }]);
    });
  }
}
