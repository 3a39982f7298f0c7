import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { Mailer } from '../../mail/index.js';
import { DueReminders } from './due-reminders.queries.js';
import { endingLetter, studyLetter } from './reminder-letters.js';

/** Reminds learners who have not begun, who paused, and whose access ends. A day that was missed is caught up with. */
@Injectable()
export class RemindLearners {
  constructor(
    private readonly db: Database,
    private readonly due: DueReminders,
    private readonly mailer: Mailer,
  ) {}

  @Every('11 6 * * *', 'enrollment.remind')
  async execute(): Promise<void> {
    const letters = [...(await this.due.study()).map(studyLetter), ...(await this.due.ending()).map(endingLetter)];
    for (const letter of letters) await this.db.transaction((tx) => this.mailer.send(tx, letter));
  }
}
