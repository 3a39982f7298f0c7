import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { Config } from '../../shared/index.js';
import { type Happened, statementOf } from './statement.js';

/** Writes a statement of a fact; the same fact told twice writes one. Of a person who was erased nothing is said. */
@Injectable()
export class WriteStatement {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  execute(happened: Happened): Promise<void> {
    const statement = statementOf(this.config.baseUrl, happened);
    return this.db.transaction(async (tx) => {
      const written = await tx.row(
        `INSERT INTO xapi_statements (id, person_id, verb, statement, next_at)
         SELECT $1, id, $3, $4, now() FROM people WHERE id = $2 AND erased_at IS NULL FOR SHARE
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [statement.id, happened.personId, happened.verb, JSON.stringify(statement)],
      );
      if (written) await this.jobs.enqueue(tx, 'integrations.state', { id: statement.id, round: 1, tries: 0 });
    });
  }
}
