import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { noSuchEntry, entryWithdrawn } from '../practice.errors.js';
import { Procedures } from '../procedures/procedures.js';
import type { EntryContent } from './entry.schemas.js';
import { lockEntry, stateOf } from './lock-entry.js';
import { putVersion } from './put-version.js';
import { readMap } from './read-map.js';

export interface Amendment extends Omit<EntryContent, 'points'> {
  entryId: string;
  personId: string;
  why: string;
  map: unknown;
}

/** Appends a version to one's own entry. What was signed stays as it was signed, and says that it was amended. */
@Injectable()
export class AmendEntry {
  constructor(
    private readonly db: Database,
    private readonly procedures: Procedures,
  ) {}

  /** @throws not_found, entry_withdrawn, invalid_input */
  async execute({ entryId, personId, why, map, ...content }: Amendment): Promise<{ version: number }> {
    return this.db.transaction(async (tx) => {
      const entry = await lockEntry(tx, entryId);
      if (!entry || entry.personId !== personId) throw noSuchEntry();
      const { version, withdrawn } = await stateOf(tx, entryId);
      if (withdrawn) throw entryWithdrawn();
      const points = readMap((await this.procedures.find(entry.procedure))!, map);
      await putVersion(tx, { entryId, version: version + 1, content: { ...content, points }, why, by: personId });
      return { version: version + 1 };
    });
  }
}
