import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every, type Fact, Facts, OnFact } from '../../jobs/index.js';
import { PeopleQueries } from '../../users/index.js';
import { FindRecalled } from './find-recalled.js';
import { RecallMails } from './recall-mails.js';
import { type Recall, RecallQueries } from './recall.queries.js';

export type NoticeKind = 'told' | 'week' | 'month';
interface Due {
  personId: string;
  kind: NoticeKind;
}

/** Tells everybody a recall concerns: at once, after 7 days and after 30, each once, until they have acknowledged it. */
@Injectable()
export class TellRecalled {
  constructor(
    private readonly db: Database,
    private readonly recalls: RecallQueries,
    private readonly finding: FindRecalled,
    private readonly people: PeopleQueries,
    private readonly mails: RecallMails,
    private readonly facts: Facts,
  ) {}

  @OnFact('recall.published', 'certificates.recall-published')
  async published({ data }: Pick<Fact<{ recallId: string }>, 'data'>): Promise<void> {
    await this.tell((await this.recalls.byId(data.recallId))!);
  }

  /** Also finds who completed the lesson since, in the edition that they had begun. */
  @Every('23 6 * * *', 'certificates.recall-tell')
  async execute(): Promise<void> {
    for (const recall of await this.recalls.all()) {
      if (recall.status !== 'published') continue;
      await this.db.transaction((tx) => this.finding.execute(tx, recall.id));
      await this.tell(recall);
    }
  }

  private async tell(recall: Recall): Promise<void> {
    for (const due of await this.due(recall.id)) await this.notify(recall, due);
  }

  /** After a standstill only the latest of the reminders that have come. */
  private due(recallId: string): Promise<Due[]> {
    return this.db.rows(
      `SELECT o.person_id AS "personId",
         CASE WHEN told.at IS NULL THEN 'told' WHEN told.at <= now() - interval '30 days' THEN 'month' ELSE 'week' END AS kind
       FROM outstanding_recalls o LEFT JOIN recall_notices told
         ON told.recall_id = o.recall_id AND told.person_id = o.person_id AND told.kind = 'told'
       WHERE o.recall_id = $1 AND NOT EXISTS (SELECT FROM recall_notices n
           WHERE n.recall_id = o.recall_id AND n.person_id = o.person_id AND n.kind = 'month')
         AND (told.at IS NULL OR told.at <= now() - interval '30 days' OR (told.at <= now() - interval '7 days'
           AND NOT EXISTS (SELECT FROM recall_notices n
             WHERE n.recall_id = o.recall_id AND n.person_id = o.person_id AND n.kind = 'week')))
       ORDER BY o.person_id`,
      [recallId],
    );
  }

  private async notify(recall: Recall, { personId, kind }: Due): Promise<void> {
    await this.db.transaction(async (tx) => {
      const first = await tx.rows(
        `INSERT INTO recall_notices (recall_id, person_id, kind) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING kind`,
        [recall.id, personId, kind],
      );
      if (first.length === 0) return;
      if (kind === 'told') this.facts.record(tx, 'recall.reached', { personId, recallId: recall.id });
      const person = await this.people.byId(personId, tx);
      if (person) await this.mails.tell(tx, person, recall, kind);
    });
  }
}
