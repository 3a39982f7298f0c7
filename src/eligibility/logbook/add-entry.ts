import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Clock, invalidField, newId } from '../../shared/index.js';
import { idReused, noSuchProcedure } from '../practice.errors.js';
import { Procedures } from '../procedures/procedures.js';
import type { EntryContent } from './entry.schemas.js';
import { localDay, wrongDay } from './local-day.js';
import { putVersion } from './put-version.js';
import { readMap } from './read-map.js';

export interface NewEntry extends Omit<EntryContent, 'points'> {
  id?: string | undefined;
  personId: string;
  procedure: string;
  performedOn: string;
  zone: string;
  /** As the face map sends it. */
  map: unknown;
}

/** Writes an observed procedure into the logbook. Sent twice with the same id, it is one entry. */
@Injectable()
export class AddEntry {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly procedures: Procedures,
  ) {}

  /** @throws no_such_procedure, invalid_input, id_reused */
  async execute({ id = newId(), personId, procedure: slug, performedOn, zone, map, ...content }: NewEntry) {
    const procedure = await this.procedures.find(slug);
    if (!procedure) throw noSuchProcedure();
    const points = readMap(procedure, map);
    return this.db.transaction(async (tx) => {
      const wrong = wrongDay(performedOn, localDay(await this.clock.now(tx), zone));
      if (wrong) throw invalidField('performedOn', wrong);
      const added = await tx.row(
        `INSERT INTO logbook_entries (id, person_id, procedure, performed_on, zone) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT pk_logbook_entries DO NOTHING RETURNING id`,
        [id, personId, slug, performedOn, zone],
      );
      if (added)
        await putVersion(tx, { entryId: id, version: 1, content: { ...content, points }, why: null, by: personId });
      else {
        const own = await tx.row('SELECT FROM logbook_entries WHERE id = $1 AND person_id = $2', [id, personId]);
        if (!own) throw idReused();
      }
      return { id };
    });
  }
}
