import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { DomainError, notFound } from '../../shared/index.js';

interface Withdrawn {
  course: string;
  number: number;
  reason: string;
  personId: string;
}

/** Leads nobody new into an edition. Whoever studies it keeps it; the course goes back to the newest one that stands. */
@Injectable()
export class WithdrawEdition {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, edition_withdrawn, last_edition */
  execute({ course, number, reason, personId }: Withdrawn): Promise<void> {
    return this.db.transaction(async (tx) => {
      await tx.lock('courses.import');
      const edition = await tx.row<{ id: string }>(
        'SELECT e.id FROM editions e JOIN courses c ON c.id = e.course_id WHERE c.slug = $1 AND e.number = $2',
        [course, number],
      );
      if (!edition) throw notFound('edition');
      const written = await tx.row(
        `INSERT INTO edition_withdrawals (edition_id, reason, by) VALUES ($1, $2, $3)
         ON CONFLICT (edition_id) DO NOTHING RETURNING 1`,
        [edition.id, reason, personId],
      );
      if (!written) throw refused('edition_withdrawn', 'This edition is withdrawn already.');
      await goBack(tx, course);
      this.facts.record(tx, 'edition.withdrawn', { editionId: edition.id, course, personId });
    });
  }
}

async function goBack(tx: Tx, course: string): Promise<void> {
  const left = await tx.row(
    `UPDATE courses c SET current_edition_id = (
       SELECT e.id FROM editions e WHERE e.course_id = c.id
         AND NOT EXISTS (SELECT FROM edition_withdrawals w WHERE w.edition_id = e.id) ORDER BY e.number DESC LIMIT 1)
     WHERE c.slug = $1 AND EXISTS (SELECT FROM editions e WHERE e.course_id = c.id
       AND NOT EXISTS (SELECT FROM edition_withdrawals w WHERE w.edition_id = e.id)) RETURNING 1`,
    [course],
  );
  if (!left) throw refused('last_edition', 'This is the only edition that stands: publish another one first.');
}

const refused = (code: string, sentence: string) => new DomainError(code, sentence, { kind: 'conflict' });
