import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { answerField, optionsOf } from './recall.js';
import { answerMissing, answerWrong, noRecall, recallNotRunning } from './recall.errors.js';
import { type MyRecall, RecallQueries } from './recall.queries.js';
import type { Acknowledgement } from './recall.schemas.js';

/** Takes down that somebody has read a correction and answered its questions right. Said twice, it is said once. */
@Injectable()
export class AcknowledgeRecall {
  constructor(
    private readonly db: Database,
    private readonly recalls: RecallQueries,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found · recall_not_running · answer_missing · answer_wrong */
  async execute(recallId: string, personId: string, sent: Acknowledgement): Promise<void> {
    await this.db.transaction(async (tx) => {
      const recall = await this.recalls.forPerson(recallId, personId, tx);
      if (!recall) throw noRecall();
      if (recall.acknowledgedAt) return;
      if (recall.status !== 'published') throw recallNotRunning();
      check(recall, sent);
      const written = await tx.rows(
        `INSERT INTO recall_acknowledgements (recall_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING recall_id`,
        [recallId, personId],
      );
      if (written.length > 0) this.facts.record(tx, 'recall.settled', { personId, recallId });
    });
  }
}

function check({ questions }: MyRecall, sent: Acknowledgement): void {
  for (const [index, question] of questions.entries()) {
    const field = answerField(index);
    const answer = (sent as Record<string, unknown>)[field];
    if (typeof answer !== 'number') throw answerMissing(field);
    if (optionsOf(question)[answer] !== question.right) throw answerWrong(field);
  }
}
