import { Injectable, Logger } from '@nestjs/common';
import { Every } from '../../jobs/index.js';
import { DomainError } from '../../shared/index.js';
import { ErasePerson } from './erase-person.js';
import { ErasureQueries } from './erasure.queries.js';

/** Erases whoever asked for it a week ago; who is held is looked at again an hour later. */
@Injectable()
export class EraseDue {
  private readonly logger = new Logger('Users');

  constructor(
    private readonly erasures: ErasureQueries,
    private readonly erasing: ErasePerson,
  ) {}

  /** One that fails keeps nobody else waiting; the job fails afterwards, so that somebody sees it. */
  @Every('17 * * * *', 'users.erase')
  async execute(): Promise<void> {
    let failed: Error | undefined;
    for (const { personId } of await this.erasures.due()) {
      try {
        await this.erasing.execute(personId);
      } catch (error) {
        this.logger.warn({ personId, err: error }, 'not erased');
        if (!(error instanceof DomainError)) failed ??= error as Error;
      }
    }
    if (failed) throw failed;
  }
}
