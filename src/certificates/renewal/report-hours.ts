import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Clock, newId } from '../../shared/index.js';
import { heldLater } from './hours.errors.js';
import type { HoursReport } from './hours.schemas.js';

/** Takes a report of continuing education that was held elsewhere; it counts once somebody has accepted it. */
@Injectable()
export class ReportHours {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws held_later */
  async execute(personId: string, { title, provider, category, heldOn, hours }: HoursReport): Promise<{ id: string }> {
    if (new Date(heldOn) > (await this.clock.now())) throw heldLater();
    const id = newId();
    await this.db.rows(
      `INSERT INTO education_hours (id, person_id, category, minutes, title, provider, held_on, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'reported')`,
      [id, personId, category, hours, title, provider, heldOn],
    );
    return { id };
  }
}
