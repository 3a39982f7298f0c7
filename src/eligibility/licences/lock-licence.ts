import type { Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { noSuchLicence } from './licence.errors.js';
import type { LicenceStatus } from './licence.schemas.js';

/** A licence held until the end of the transaction. */
export interface LockedLicence {
  id: string;
  personId: string;
  profession: string;
  jurisdiction: string;
  number: string;
  status: LicenceStatus;
  round: number;
  /** Its last day is over, in UTC. */
  isOver: boolean;
  /** How many papers of it came. */
  papers: number;
}

/** SQL: the last day of a licence `l` is over at the transaction's time. */
export const isOver = `l.expires_on < (now() AT TIME ZONE 'UTC')::date`;

/** @throws not_found */
export async function lockLicence(tx: Tx, id: string): Promise<LockedLicence> {
  // What hangs on it is read after the wait for the lock, so that it is what the one before left.
  await tx.rows('SELECT 1 FROM licences WHERE id = $1 FOR UPDATE', [id]);
  const licence = await tx.row<LockedLicence>(
    `SELECT l.id, l.person_id AS "personId", l.profession, l.jurisdiction, l.number, l.status, l.round, ${isOver} AS "isOver",
       (SELECT count(*)::int FROM licence_papers p WHERE p.licence_id = l.id) AS papers
     FROM licences l WHERE l.id = $1`,
    [id],
  );
  if (!licence) throw noSuchLicence();
  return licence;
}

/** @throws not_found also when it is somebody else's */
export async function lockOwnLicence(tx: Tx, id: string, personId: string): Promise<LockedLicence> {
  const licence = await lockLicence(tx, id);
  if (licence.personId !== personId) throw noSuchLicence();
  return licence;
}

interface Happened {
  licence: Pick<LockedLicence, 'id' | 'round'>;
  kind: 'entered' | 'sent' | 'asked' | 'answered' | 'approved' | 'refused' | 'withdrawn' | 'lapsed' | 'replaced';
  /** null: the product by itself. */
  by: string | null;
  note?: string;
}

/** Writes down what happened to a licence. */
export async function tellLicence(tx: Tx, { licence, kind, by, note = '' }: Happened): Promise<void> {
  await tx.rows('INSERT INTO licence_events (id, licence_id, round, kind, by, note) VALUES ($1, $2, $3, $4, $5, $6)', [
    ...[newId(), licence.id, licence.round, kind, by, note],
  ]);
}
