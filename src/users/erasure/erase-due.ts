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

  @Every('17 * * * *', 'users.erase')
  async execute(): Promise<void> {
    for (const { personId } of await this.erasures.due()) {
      if ((await this.erasures.holds(personId)).length > 0) continue;
      await this.erase(personId);
    }
  }

  private async erase(personId: string): Promise<void> {
    try {
      await this.erasing.execute(personId);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn({ personId, code: error.code }, 'not erased');
    }
  }
}
