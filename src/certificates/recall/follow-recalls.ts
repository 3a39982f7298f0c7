import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every, type Fact, OnFact } from '../../jobs/index.js';
import { ReinstateCertificate } from '../lifecycle/reinstate-certificate.js';
import { SuspendCertificate } from '../lifecycle/suspend-certificate.js';
import { unlessDone } from '../lifecycle/unless-done.js';

interface Overdue {
  recallId: string;
  personId: string;
  lesson: string;
}

/** A certification waits while its holder has not acknowledged a recall by the day that was announced. */
@Injectable()
export class FollowRecalls {
  constructor(
    private readonly db: Database,
    private readonly suspending: SuspendCertificate,
    private readonly reinstating: ReinstateCertificate,
  ) {}

  /** Once per recall and person: what staff lift afterwards stays lifted. */
  @Every('53 6 * * *', 'certificates.recall-deadlines')
  async execute(): Promise<void> {
    const overdue = await this.db.rows<Overdue>(
      `SELECT o.recall_id AS "recallId", o.person_id AS "personId", o.lesson_title AS lesson FROM outstanding_recalls o
       JOIN recall_notices told ON told.recall_id = o.recall_id AND told.person_id = o.person_id AND told.kind = 'told'
       WHERE o.suspend_on <= (now() AT TIME ZONE 'UTC')::date AND told.at <= now() - interval '14 days'
         AND NOT EXISTS (SELECT FROM recall_notices n
           WHERE n.recall_id = o.recall_id AND n.person_id = o.person_id AND n.kind = 'deadline')
       ORDER BY o.recall_id, o.person_id`,
    );
    for (const one of overdue) await this.suspend(one);
  }

  @OnFact('recall.settled', 'certificates.recall-settled')
  async settled({ data: { personId } }: Pick<Fact<{ personId: string }>, 'data'>): Promise<void> {
    for (const number of await this.liftable(personId)) {
      const change = { number, cause: 'safety' as const, by: null };
      await this.reinstating.execute({ ...change, reason: 'The safety correction is settled.' }).catch(unlessDone);
    }
  }

  private async suspend({ recallId, personId, lesson }: Overdue): Promise<void> {
    const reason = `The safety correction of the lesson ${lesson} was not confirmed in time. Confirm it, and the suspension ends by itself.`;
    for (const number of await this.resting(recallId, personId))
      await this.suspending.execute({ number, cause: 'safety', reason, by: null }).catch(unlessDone);
    await this.db.rows(
      `INSERT INTO recall_notices (recall_id, person_id, kind) VALUES ($1, $2, 'deadline') ON CONFLICT DO NOTHING`,
      [recallId, personId],
    );
  }

  /** Certifications of this person that rest on the course of the recall. */
  private async resting(recallId: string, personId: string): Promise<string[]> {
    const rows = await this.db.rows<{ number: string }>(
      `SELECT c.number FROM recalls r JOIN courses k ON k.id = r.course_id
       JOIN certificates c ON c.person_id = $2 AND c.claim -> 'courses' @> jsonb_build_array(jsonb_build_object('slug', k.slug))
       JOIN awards a ON a.id = c.award_id AND a.kind = 'certification'
       JOIN certificate_standing s ON s.certificate_id = c.id AND s.status IN ('valid', 'suspended')
       WHERE r.id = $1 ORDER BY c.number`,
      [recallId, personId],
    );
    return rows.map(({ number }) => number);
  }

  /** What the product suspended for safety, once no overdue recall of its courses is left. */
  private async liftable(personId: string): Promise<string[]> {
    const rows = await this.db.rows<{ number: string }>(
      `SELECT c.number FROM certificates c JOIN suspensions p ON p.certificate_id = c.id
       WHERE c.person_id = $1 AND p.cause = 'safety' AND p.by IS NULL AND p.ended_at IS NULL AND NOT EXISTS (
         SELECT FROM outstanding_recalls o JOIN courses k ON k.id = o.course_id
         JOIN recall_notices n ON n.recall_id = o.recall_id AND n.person_id = o.person_id AND n.kind = 'deadline'
         WHERE o.person_id = $1 AND c.claim -> 'courses' @> jsonb_build_array(jsonb_build_object('slug', k.slug)))
       ORDER BY c.number`,
      [personId],
    );
    return rows.map(({ number }) => number);
  }
}
