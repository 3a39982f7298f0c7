import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';

/** How lifetime access is earned: when the course is completed, or evenly over so many days. Access with an end: over its term. */
export interface LifetimePolicy {
  policy: 'completion' | 'estimate';
  days: number | null;
}

export interface ChosenPolicy extends LifetimePolicy {
  note: string;
  chosenAt: Date;
  chosenBy: string | null;
}

const columns = `r.lifetime AS policy, r.days, r.note, r.chosen_at AS "chosenAt", p.name AS "chosenBy"`;

@Injectable()
export class RecognitionPolicies {
  constructor(private readonly db: Database) {}

  /** What holds for sales that are booked now; earlier ones keep theirs. */
  async current(runner: Runner = this.db): Promise<LifetimePolicy> {
    const row = await runner.row<LifetimePolicy>(
      'SELECT lifetime AS policy, days FROM recognition_policies ORDER BY chosen_at DESC, id DESC LIMIT 1',
    );
    return row!;
  }

  /** Newest first. */
  history(): Promise<ChosenPolicy[]> {
    return this.db.rows<ChosenPolicy>(
      `SELECT ${columns} FROM recognition_policies r LEFT JOIN people p ON p.id = r.chosen_by
       ORDER BY r.chosen_at DESC, r.id DESC`,
    );
  }
}
