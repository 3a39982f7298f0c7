import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { localDay } from '../logbook/local-day.js';
import type { LockedEntry } from '../logbook/lock-entry.js';
import { lockPreceptor } from '../preceptors/lock-preceptor.js';
import { authorityCovers, hasLapsed, isAssigned } from '../preceptors/authority-sql.js';

/** Why a preceptor may not sign: for the records alone, they are told one sentence for all. */
export type Denial =
  | 'no-such-entry'
  | 'own-entry'
  | 'not-a-preceptor'
  | 'not-assigned'
  | 'licence-lapsed'
  | 'no-authority-that-day'
  | 'no-authority-today';

interface Facts {
  isPreceptor: boolean;
  isAssigned: boolean;
  hasLapsed: boolean;
  coveredThen: boolean;
  authorityId: string | null;
}

/** Whose signature an entry can bear: another's, who is given the learner, with authority on the day and today. */
@Injectable()
export class MaySign {
  constructor(private readonly db: Database) {}

  /** @returns the authority to sign under; it does not end before the transaction does */
  async authority(
    tx: Tx,
    entry: LockedEntry | undefined,
    preceptorId: string,
    now: Date,
  ): Promise<{ authorityId: string } | { denial: Denial }> {
    if (!entry) return { denial: 'no-such-entry' };
    if (entry.personId === preceptorId) return { denial: 'own-entry' };
    const today = localDay(now, entry.zone);
    await lockPreceptor(tx, preceptorId);
    const facts = (await tx.row<Facts>(
      `SELECT EXISTS (SELECT FROM person_roles r WHERE r.person_id = $1 AND r.role = 'preceptor') AS "isPreceptor",
         ${isAssigned('$1', '$2')} AS "isAssigned",
         ${hasLapsed('$1')} AS "hasLapsed",
         EXISTS (SELECT FROM preceptor_authorities a WHERE a.preceptor_id = $1
           AND ${authorityCovers('$3', '$4::date', false)}) AS "coveredThen",
         (SELECT a.id FROM preceptor_authorities a WHERE a.preceptor_id = $1
           AND ${authorityCovers('$3', '$5::date', true)} ORDER BY a.id LIMIT 1) AS "authorityId"`,
      [preceptorId, entry.personId, entry.procedure, entry.performedOn, today],
    ))!;
    if (!facts.isPreceptor) return { denial: 'not-a-preceptor' };
    if (!facts.isAssigned) return { denial: 'not-assigned' };
    if (facts.hasLapsed) return { denial: 'licence-lapsed' };
    if (!facts.coveredThen) return { denial: 'no-authority-that-day' };
    if (!facts.authorityId) return { denial: 'no-authority-today' };
    return { authorityId: facts.authorityId };
  }

  /** Writes a refused try down, outside of what was rolled back. */
  async record(entryId: string, preceptorId: string, denial: Denial): Promise<void> {
    await this.db.rows('INSERT INTO sign_off_denials (id, entry_id, preceptor_id, why) VALUES ($1, $2, $3, $4)', [
      ...[newId(), entryId, preceptorId, denial],
    ]);
  }
}
