import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { PaperSafe } from '../../eligibility/index.js';
import { hoursDecided, noHours, paperSent } from './hours.errors.js';
import { keepPaper } from './keep-paper.js';

/** Adds the provider's certificate to hours that were reported without it. */
@Injectable()
export class SendHoursPaper {
  constructor(
    private readonly db: Database,
    private readonly safe: PaperSafe,
  ) {}

  /** @throws not_found · already_decided · paper_sent, and what `PaperSafe` refuses */
  async execute(hoursId: string, personId: string, sent: Buffer): Promise<void> {
    const paper = await this.safe.close(hoursId, sent);
    await this.db.transaction(async (tx) => {
      const hours = await tx.row<{ status: string }>(
        'SELECT status FROM education_hours WHERE id = $1 AND person_id = $2 FOR UPDATE',
        [hoursId, personId],
      );
      if (!hours) throw noHours();
      if (hours.status !== 'reported') throw hoursDecided();
      if (!(await keepPaper(tx, hoursId, paper))) throw paperSent();
    });
  }
}
