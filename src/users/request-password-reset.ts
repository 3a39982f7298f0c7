import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { Tries } from './throttle/tries.js';

/** Asks for a mail with a link to set a new password. Whether anybody has this e-mail is looked up later, by a job. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly tries: Tries,
  ) {}

  /** @throws too_many_tries */
  async execute({ email, ip }: { email: string; ip: string }): Promise<void> {
    await this.tries.noteRequest('reset-password', email, ip);
    await this.db.transaction((tx) => this.jobs.enqueue(tx, 'users.send-reset', { email }));
  }
}
