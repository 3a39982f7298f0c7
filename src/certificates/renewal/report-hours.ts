import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { PaperSafe } from '../../eligibility/index.js';
import { Clock, newId } from '../../shared/index.js';
import { heldLater } from './hours.errors.js';
import { keepPaper } from './keep-paper.js';
import type { HoursReport } from './hours.schemas.js';

/** Takes a report of continuing education that was held elsewhere; it counts once somebody has accepted it. */
@Injectable()
export class ReportHours {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly safe: PaperSafe,
  ) {}

  /** `paper` is the file of the provider's certificate. @throws held_later, and what `PaperSafe` refuses */
  async execute(personId: string, report: HoursReport, paper?: Buffer): Promise<{ id: string }> {
    const { title, provider, category, heldOn, hours } = report;
    if (new Date(heldOn) > (await this.clock.now())) throw heldLater();
    const id = newId();
    const kept = paper && (await this.safe.close(id, paper));
    await this.db.transaction(async (tx) => {
      await tx.rows(
        `INSERT INTO education_hours (id, person_id, category, minutes, title, provider, held_on, status)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'reported')`,
        [id, personId, category, hours, title, provider, heldOn],
      );
      if (kept) await keepPaper(tx, id, kept);
    });
    return { id };
  }
}
